#include "manifest.h"

#include "json.h"

static void write_digest(struct json *json, const unsigned char digest[SHA256_BYTES])
{
    char hex[SHA256_HEX + 1];
    sha256_hex(digest, hex);
    json_text(json, "sha256", sv_of(hex));
}

static void write_input(struct json *json, const struct manifest_input *input)
{
    json_open(json, NULL, '{');
    json_text(json, "fil", input->name);
    json_number(json, "byte", input->size);
    write_digest(json, input->sha256);
    if (input->is_table) {
        json_number(json, "raekker", input->rows);
        json_number(json, "talt_med", input->counted);
        json_number(json, "udeladt", input->left_out);
        json_number(json, "tomme", input->empty);
    }
    json_close(json, '}');
}

static void write_finding(struct json *json, const struct manifest_finding *finding)
{
    json_open(json, NULL, '{');
    json_text(json, "kode", sv_of(finding->code));
    json_text(json, "niveau", sv_of(finding->level));
    json_number(json, "antal", finding->count);
    json_close(json, '}');
}

static void write_findings(struct json *json, const char *name, const struct manifest_finding *findings,
                           size_t count)
{
    json_open(json, name, '[');
    for (size_t i = 0; i < count; i++)
        write_finding(json, &findings[i]);
    json_close(json, ']');
}

static void write_output(struct json *json, const struct manifest_output *output)
{
    json_open(json, NULL, '{');
    json_text(json, "fil", output->name);
    json_number(json, "byte", output->size);
    write_digest(json, output->sha256);
    json_close(json, '}');
}

static void write_time(struct json *json, time_t time)
{
    struct tm parts;
    char text[32];
    const size_t size =
        gmtime_r(&time, &parts) ? strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts) : 0;
    json_text(json, "tidspunkt", (struct sv){text, size});
}

void manifest_write(struct buffer *buffer, const struct manifest *manifest)
{
    struct json json = json_to(buffer);
    json_open(&json, NULL, '{');
    json_text(&json, "program", sv_of("aarsrapport"));
    json_text(&json, "programversion", sv_of(manifest->program_version));
    json_number(&json, "version", manifest->version);
    json_text(&json, "begrundelse", manifest->reason);
    json_text(&json, "rapport", manifest->report);
    json_text(&json, "periode", manifest->period);
    json_text(&json, "udgave", manifest->edition);
    json_text(&json, "dato", manifest->document_date);
    json_open(&json, "valg", '{');
    for (size_t i = 0; i < manifest->option_count; i++)
        json_text(&json, manifest->options[i].name, manifest->options[i].value);
    json_close(&json, '}');
    json_open(&json, "input", '[');
    for (size_t i = 0; i < manifest->input_count; i++)
        write_input(&json, &manifest->inputs[i]);
    json_close(&json, ']');
    write_findings(&json, "fund_ved_laesning", manifest->found_in_data, manifest->found_in_data_count);
    write_findings(&json, "fund", manifest->findings, manifest->finding_count);
    json_open(&json, "output", '[');
    for (size_t i = 0; i < manifest->output_count; i++)
        write_output(&json, &manifest->outputs[i]);
    json_close(&json, ']');
    write_time(&json, manifest->time);
    json_close(&json, '}');
}

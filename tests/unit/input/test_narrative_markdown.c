#include "narrative_markdown.h"
#include "read_fixture.h"

static struct fixture f;

static int begin(void **state)
{
    (void)state;
    fixture_init(&f);
    return 0;
}

static int end(void **state)
{
    (void)state;
    fixture_free(&f);
    return 0;
}

static void write_span(struct buffer *out, const struct narrative_span *span)
{
    buffer_add_text(out, span->strong ? "*" : "");
    buffer_add_text(out, span->emphasis ? "/" : "");
    if (span->link.size)
        buffer_format(out, "[%.*s]", SV_ARG(span->link));
    if (span->placeholder)
        buffer_format(out, "{%.*s@%u}", SV_ARG(span->text), (unsigned)span->line);
    else
        buffer_add(out, span->text);
    buffer_add_text(out, span->emphasis ? "/" : "");
    buffer_add_text(out, span->strong ? "*" : "");
}

static void write_kind(struct buffer *out, const struct narrative_block *block)
{
    static const char *const marks[] = {
        [NARRATIVE_BULLET] = "-", [NARRATIVE_NUMBER] = "", [NARRATIVE_CONTINUED] = "+"};
    switch (block->kind) {
    case NARRATIVE_HEADING:
        buffer_format(out, "h%d ", block->level);
        break;
    case NARRATIVE_PARAGRAPH:
        buffer_add_text(out, "p ");
        break;
    case NARRATIVE_QUOTE:
        buffer_add_text(out, "q ");
        break;
    case NARRATIVE_ITEM:
        buffer_format(out, "%s%d%s", block->begins_list ? "L" : "l", block->depth, marks[block->mark]);
        buffer_format(out, block->mark == NARRATIVE_NUMBER ? "#%d " : " ", block->number);
        break;
    }
}

/* The blocks, one after the other: "h2 1:Title|p 3:words …|". */
static const char *parsed(const char *text)
{
    struct narrative narrative = {.file = sv_of("tekster/metode.md")};
    struct buffer out = buffer_in(&f.arena);
    narrative_parse(&narrative, &f.arena, &f.diag, sv_of(text));
    for (size_t i = 0; i < narrative.block_count; i++) {
        const struct narrative_block *block = &narrative.blocks[i];
        write_kind(&out, block);
        buffer_format(&out, "%u:", (unsigned)block->line);
        for (size_t s = 0; s < block->span_count; s++)
            write_span(&out, &block->spans[s]);
        buffer_add_byte(&out, '|');
    }
    return sv_text(&f.arena, buffer_view(&out));
}

static void paragraphs_are_joined_over_soft_breaks(void **state)
{
    (void)state;
    assert_string_equal(parsed("Et ord\nog et til.\n\n\nNæste.\n"), "p 1:Et ord og et til.|p 5:Næste.|");
    assert_string_equal(parsed(""), "");
    assert_string_equal(parsed("\n\n  \n"), "");
}

static void a_hard_break_is_kept(void **state)
{
    (void)state;
    assert_string_equal(parsed("Vej 1  \n4200 By"), "p 1:Vej 1\n4200 By|");
    assert_string_equal(parsed("Vej 1\\\n4200 By"), "p 1:Vej 1\n4200 By|");
}

static void headings_keep_their_levels(void **state)
{
    (void)state;
    assert_string_equal(parsed("# A\n\n## B\n\n#### C\n"), "h1 1:A|h2 3:B|h4 5:C|");
    assert_string_equal(parsed("Ord\n---\n\n*Ord*\n==="), "h2 1:Ord|h1 4:/Ord/|");
}

static void emphasis_and_strong_words_are_marked(void **state)
{
    (void)state;
    assert_string_equal(parsed("Et *to* **tre** ***fire*** _fem_."), "p 1:Et /to/ *tre* */fire/* /fem/.|");
    assert_string_equal(parsed("snake_case_ord og 2*3*4"), "p 1:snake_case_ord og 2/3/4|");
}

static void code_is_plain_text(void **state)
{
    (void)state;
    assert_string_equal(parsed("Skriv `job.nye *2024*` her."), "p 1:Skriv job.nye *2024* her.|");
    assert_string_equal(parsed("Før\n\n    a\n    b\n\n```\nc < d\n```\n"), "p 1:Før|p 3:a\nb|p 6:c < d|");
    assert_string_equal(parsed("Før\n\n```\n```\n\nEfter\n"), "p 1:Før|p 6:Efter|");
}

static void lists_have_marks_depths_and_numbers(void **state)
{
    (void)state;
    assert_string_equal(parsed("- a\n- b\n\nOrd\n\n* c\n"), "L0- 1:a|l0- 2:b|p 4:Ord|L0- 6:c|");
    assert_string_equal(parsed("3. a\n4. b\n   - c\n     1) d\n5. e\n"),
                        "L0#3 1:a|l0#4 2:b|l1- 3:c|l2#1 4:d|l0#5 5:e|");
    assert_string_equal(parsed("- a\n\n1. b\n"), "L0- 1:a|L0#1 3:b|");
}

static void an_item_of_several_paragraphs_is_one(void **state)
{
    (void)state;
    assert_string_equal(parsed("- a\n\n  b\n\n- c\n"), "L0- 1:a\nb|l0- 5:c|");
    assert_string_equal(parsed("- a\n  - b\n\n  c\n"), "L0- 1:a|l1- 2:b|l0+ 4:c|");
}

static void empty_items_and_items_of_an_image_are_none(void **state)
{
    (void)state;
    assert_string_equal(parsed("-\n- a\n"), "L0- 2:a|");
    assert_string_equal(parsed("- ![x](y.png)\n\n  a\n"), "L0- 3:a|");
    assert_string_equal(parsed("- a\n- ![x](y.png)\n- b\n"), "L0- 1:a|l0- 3:b|");
    assert_string_equal(parsed("- a\n  - b\n\n  ![x](y.png)\n\n  c\n"), "L0- 1:a|l1- 2:b|l0+ 6:c|");
    assert_string_equal(parsed("-\n\n![x](y.png)\n\n- a\n"), "L0- 5:a|");
}

static void lists_deeper_than_eight_levels_go_no_deeper(void **state)
{
    (void)state;
    const char *text = parsed("- - - - - - - - - - a\n");
    assert_string_equal(text, "L7- 1:a|");
}

static void quotations_are_marked(void **state)
{
    (void)state;
    assert_string_equal(parsed("> Jeg lærte\n> at møde.\n>\n> > Også her\n\nOrd"),
                        "q 1:Jeg lærte at møde.|q 4:Også her|p 6:Ord|");
    assert_string_equal(parsed("> # Titel\n> - punkt\n"), "q 1:Titel|L0- 2:punkt|");
    assert_string_equal(parsed("- # Titel\n"), "L0- 1:Titel|");
}

static void links_to_the_web_to_mail_and_to_tables_are_kept(void **state)
{
    (void)state;
    assert_string_equal(parsed("Se [siden *her*](https://eksempel.dk/a?b=c \"t\") nu."),
                        "p 1:Se [https://eksempel.dk/a?b=c]siden /[https://eksempel.dk/a?b=c]her/ nu.|");
    assert_string_equal(parsed("<http://eksempel.dk> <a@eksempel.dk>"),
                        "p 1:[http://eksempel.dk]http://eksempel.dk [mailto:a@eksempel.dk]a@eksempel.dk|");
    assert_string_equal(parsed("[tabellen](#job_pr_aar)"), "p 1:[#job_pr_aar]tabellen|");
    assert_int_equal(f.diag.count, 0);
}

static void an_address_holds_only_what_addresses_may(void **state)
{
    (void)state;
    assert_string_equal(parsed("[x](<https://eksempel.dk/å b>)"), "p 1:[https://eksempel.dk/%C3%A5%20b]x|");
    assert_string_equal(parsed("[x](https://eksempel.dk/{1})"), "p 1:[https://eksempel.dk/%7B1%7D]x|");
}

static void other_links_keep_only_their_words(void **state)
{
    (void)state;
    assert_string_equal(parsed("a\n[x](javascript:alert) [y](fil.pdf) [z](#) [æ]()"), "p 1:a x y z æ|");
    assert_string_equal(codes_found(&f), "W448:2 W448:2 W448:2 W448:2");
}

static void html_is_left_out_with_a_finding_a_line(void **state)
{
    (void)state;
    assert_string_equal(parsed("Et <b>fedt</b>\nog <i>skråt</i> ord.\n\n<div>\nx\n</div>\n\nEfter."),
                        "p 1:Et fedt og skråt ord.|p 8:Efter.|");
    assert_string_equal(codes_found(&f), "W446:1 W446:2 W446:4");
}

static void images_are_left_out_with_their_words(void **state)
{
    (void)state;
    assert_string_equal(parsed("Før ![alt *ord* <b>](billede.png) efter.\n\n![kun](b.png)\n"),
                        "p 1:Før  efter.|");
    assert_string_equal(codes_found(&f), "W447:1 W447:3");
    assert_string_equal(parsed("a ![b ![c](c.png) d](d.png) e\n"), "p 1:a  e|");
    assert_int_equal(f.diag.count, 3);
}

static void a_table_stays_as_written_with_a_finding(void **state)
{
    (void)state;
    assert_string_equal(parsed("Før\n\n| a | b |\n|---|:-:|\n| 1 | *2* |\n"),
                        "p 1:Før|p 3:| a | b | |---|:-:| | 1 | /2/ ||");
    assert_string_equal(codes_found(&f), "W453:4");
}

static void bars_and_lines_that_are_no_table_are_no_finding(void **state)
{
    (void)state;
    parsed("|---|\nOrd\n\na | b\n- | c\n\nOrd\n---\n\n```\n| a |\n|---|\n```\n");
    parsed("Ord\n:-:\n\nOrd\n|:|\n");
    assert_int_equal(f.diag.count, 0);
}

static void invisible_characters_are_removed_with_a_finding_a_line(void **state)
{
    (void)state;
    assert_string_equal(parsed("a\n\nj\xE2\x80\xAEob *\xE2\x80\x8Bny*\xE2\x81\xA6\n"), "p 1:a|p 3:job /ny/|");
    assert_string_equal(codes_found(&f), "W123:3");
}

static void thematic_breaks_are_passed_over(void **state)
{
    (void)state;
    assert_string_equal(parsed("a\n\n---\n\nb\n\n***\n"), "p 1:a|p 5:b|");
}

static void characters_by_name_or_number_are_characters(void **state)
{
    (void)state;
    assert_string_equal(parsed("a &lt; b &aring; &#8211; c"), "p 1:a < b å – c|");
    assert_string_equal(parsed("a&#2;0&#3;b&#7;c"), "p 1:a0bc|");
    assert_string_equal(parsed("{{x}} &#2;b &#2;&#3; &#2;0c &#2;0; &#2;7&#3;"), "p 1:{x@1} b  0c 0; 7|");
    assert_string_equal(parsed("A\xCC\x8A"
                               "rets"),
                        "p 1:\xC3\x85rets|");
}

static void placeholders_are_kept_apart_from_markdown(void **state)
{
    (void)state;
    assert_string_equal(parsed("Der var {{job.in_house 2024 kode=a_b>c_d}} job."),
                        "p 1:Der var {job.in_house 2024 kode=a_b>c_d@1} job.|");
    assert_string_equal(parsed("**{{a}} og *{{b}}***, {{c}}stk.\n"),
                        "p 1:*{a@1}** og **/{b@1}/*, {c@1}stk.|");
    assert_string_equal(parsed("# I {{år}}\n\n- {{a}}\n\n`{{b}}`\n"), "h1 1:I {år@1}|L0- 3:{a@3}|p 5:{b@5}|");
}

static void a_placeholder_may_go_over_a_line_end(void **state)
{
    (void)state;
    assert_string_equal(parsed("Der var {{job.nye\n  2024}} job.\nOg {{b}}.\n\nSlut"),
                        "p 1:Der var {job.nye 2024@1} job. Og {b@3}.|p 5:Slut|");
    assert_string_equal(parsed("> Der var {{job.nye\n> 2024}} job.\n"), "q 1:Der var {job.nye 2024@1} job.|");
    assert_string_equal(parsed("{{ \tjob.nye  \t2024 }}"), "p 1:{job.nye 2024@1}|");
}

static void a_placeholder_that_is_not_closed_is_a_finding(void **state)
{
    (void)state;
    assert_string_equal(parsed("a\n\nb {{job.nye\n\nc }} d {{x {{y}}"),
                        "p 1:a|p 3:b {{job.nye|p 5:c }} d {{x {y@5}|");
    assert_string_equal(parsed("e {"), "p 1:e {|");
    assert_string_equal(codes_found(&f), "E431:3 E431:5");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].value), "{{job.nye");
}

static void every_placeholder_that_is_not_closed_on_a_long_line_is_a_finding(void **state)
{
    enum { OPEN = 20000 };
    struct buffer text = buffer_in(&f.arena);
    (void)state;
    for (int i = 0; i < OPEN; i++)
        buffer_add_text(&text, "{{å ");
    parsed(sv_text(&f.arena, buffer_view(&text)));
    assert_int_equal(f.diag.per_code[DIAG_PLACEHOLDER_NOT_CLOSED], OPEN);
    const struct sv value = f.diag.findings[0].value;
    assert_true(sv_starts_with(value, sv_of("{{å {{å ")) && sv_ends_with(value, sv_of("…")));
    assert_string_equal(sv_text(&f.arena, f.diag.findings[OPEN - 1].value), "{{å");
}

static void braces_after_a_backslash_are_no_placeholder(void **state)
{
    (void)state;
    assert_string_equal(parsed("Skriv \\{{job.nye}} her. \\\\{{a}}"), "p 1:Skriv {{job.nye}} her. \\{a@1}|");
    assert_int_equal(f.diag.count, 0);
}

static void many_marks_before_words_do_no_harm(void **state)
{
    enum { MARKS = 20000 };
    struct buffer text = buffer_in(&f.arena);
    (void)state;
    for (int i = 0; i < MARKS; i++)
        buffer_add_text(&text, "> ");
    buffer_add_text(&text, "a\n\n");
    for (int i = 0; i < MARKS; i++)
        buffer_add_text(&text, "[*");
    assert_true(strlen(parsed(sv_text(&f.arena, buffer_view(&text)))) > MARKS);
}

static void words_after_a_list_of_nothing_are_still_an_item(void **state)
{
    (void)state;
    assert_string_equal(parsed("- -\n\n  a\n"), "L0+ 3:a|");
    assert_string_equal(parsed("Ord\n\n- -\n\n  a\n"), "p 1:Ord|L0+ 5:a|");
}

static void a_placeholder_is_no_address(void **state)
{
    (void)state;
    assert_string_equal(parsed("[tal]({{job.nye}})"), "p 1:tal|");
    assert_string_equal(codes_found(&f), "W448:1");
}

static void control_characters_that_mark_placeholders_go_like_others(void **state)
{
    (void)state;
    assert_string_equal(parsed("{{x}}\n\na\x02"
                               "0\x03 b\n\nc\n"),
                        "p 1:{x@1}|p 3:a0 b|p 5:c|");
    assert_string_equal(codes_found(&f), "W123:3");
}

static void lines_that_only_markdown_counts_are_the_last(void **state)
{
    (void)state;
    assert_string_equal(parsed("a\r\rb"), "p 1:a|p 1:b|");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(paragraphs_are_joined_over_soft_breaks, begin, end),
        cmocka_unit_test_setup_teardown(a_hard_break_is_kept, begin, end),
        cmocka_unit_test_setup_teardown(headings_keep_their_levels, begin, end),
        cmocka_unit_test_setup_teardown(emphasis_and_strong_words_are_marked, begin, end),
        cmocka_unit_test_setup_teardown(code_is_plain_text, begin, end),
        cmocka_unit_test_setup_teardown(lists_have_marks_depths_and_numbers, begin, end),
        cmocka_unit_test_setup_teardown(an_item_of_several_paragraphs_is_one, begin, end),
        cmocka_unit_test_setup_teardown(empty_items_and_items_of_an_image_are_none, begin, end),
        cmocka_unit_test_setup_teardown(lists_deeper_than_eight_levels_go_no_deeper, begin, end),
        cmocka_unit_test_setup_teardown(quotations_are_marked, begin, end),
        cmocka_unit_test_setup_teardown(links_to_the_web_to_mail_and_to_tables_are_kept, begin, end),
        cmocka_unit_test_setup_teardown(an_address_holds_only_what_addresses_may, begin, end),
        cmocka_unit_test_setup_teardown(other_links_keep_only_their_words, begin, end),
        cmocka_unit_test_setup_teardown(html_is_left_out_with_a_finding_a_line, begin, end),
        cmocka_unit_test_setup_teardown(images_are_left_out_with_their_words, begin, end),
        cmocka_unit_test_setup_teardown(a_table_stays_as_written_with_a_finding, begin, end),
        cmocka_unit_test_setup_teardown(bars_and_lines_that_are_no_table_are_no_finding, begin, end),
        cmocka_unit_test_setup_teardown(invisible_characters_are_removed_with_a_finding_a_line, begin, end),
        cmocka_unit_test_setup_teardown(thematic_breaks_are_passed_over, begin, end),
        cmocka_unit_test_setup_teardown(characters_by_name_or_number_are_characters, begin, end),
        cmocka_unit_test_setup_teardown(placeholders_are_kept_apart_from_markdown, begin, end),
        cmocka_unit_test_setup_teardown(a_placeholder_may_go_over_a_line_end, begin, end),
        cmocka_unit_test_setup_teardown(a_placeholder_that_is_not_closed_is_a_finding, begin, end),
        cmocka_unit_test_setup_teardown(every_placeholder_that_is_not_closed_on_a_long_line_is_a_finding,
                                        begin, end),
        cmocka_unit_test_setup_teardown(braces_after_a_backslash_are_no_placeholder, begin, end),
        cmocka_unit_test_setup_teardown(many_marks_before_words_do_no_harm, begin, end),
        cmocka_unit_test_setup_teardown(words_after_a_list_of_nothing_are_still_an_item, begin, end),
        cmocka_unit_test_setup_teardown(a_placeholder_is_no_address, begin, end),
        cmocka_unit_test_setup_teardown(control_characters_that_mark_placeholders_go_like_others, begin, end),
        cmocka_unit_test_setup_teardown(lines_that_only_markdown_counts_are_the_last, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

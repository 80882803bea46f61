#include "link_text.h"

#include "cell_text.h"

static bool is_same_link(struct sv a, struct sv b)
{
    return a.size == b.size && (a.data == b.data || sv_equal(a, b));
}

struct sv link_shown(struct sv link)
{
    const struct sv mail = sv_of("mailto:");
    return sv_starts_with(link, mail) ? sv_slice(link, mail.size, link.size) : link;
}

/* An address that stands in the words already is not said twice. */
static void add_where(struct buffer *text, struct sv words, struct sv where)
{
    if (where.size && !sv_equal(words, where))
        buffer_format(text, " (%.*s)", SV_ARG(where));
}

struct sv paragraph_text_with_links(struct arena *arena, const struct paragraph *paragraph,
                                    table_words *words_for_table, const void *of)
{
    struct buffer text = buffer_in(arena);
    size_t begins = 0; /* the words of the link */
    for (size_t i = 0; i < paragraph->span_count; i++) {
        const struct sv link = paragraph->spans[i].link;
        if (i == 0 || !is_same_link(link, paragraph->spans[i - 1].link))
            begins = text.size;
        span_text(&text, &paragraph->spans[i]);
        const bool goes_on =
            i + 1 < paragraph->span_count && is_same_link(link, paragraph->spans[i + 1].link);
        if (!link.size || goes_on)
            continue;
        const struct sv where =
            link.data[0] == '#' ? words_for_table(of, sv_slice(link, 1, link.size)) : link_shown(link);
        add_where(&text, sv_copy(arena, sv_slice(buffer_view(&text), begins, text.size)), where);
    }
    return buffer_view(&text);
}

struct sv paragraph_link(const struct paragraph *paragraph)
{
    const struct sv none = {0};
    const struct sv link = paragraph->span_count ? paragraph->spans[0].link : none;
    for (size_t i = 1; i < paragraph->span_count; i++)
        if (!is_same_link(link, paragraph->spans[i].link))
            return none;
    return link;
}

struct sv item_label(struct arena *arena, const struct paragraph *item, const char *bullet)
{
    switch (item->mark) {
    case ITEM_BULLET:
        return sv_of(bullet);
    case ITEM_NUMBER:
        return sv_format(arena, "%d. ", item->number);
    case ITEM_CONTINUED:
        return (struct sv){0};
    }
    return (struct sv){0};
}

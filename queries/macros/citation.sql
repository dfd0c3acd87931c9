-- macro:     citation(cited, cited_publisher, cited_day, cited_paragraph, cited_start, cited_end)
--
-- Where to read it: outlet, day, paragraph, code points.
concat_ws(
    ', ',
    coalesce(cited_publisher, cited),
    strftime(cited_day, '%Y-%m-%d'),
    '¶' || cited_paragraph,
    'characters ' || cited_start || '–' || cited_end
)

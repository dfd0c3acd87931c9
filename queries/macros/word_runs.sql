-- macro:     word_runs(of_words)
--
-- One number for each four words in a row of normalized words: what contains four words or more has their number too.
list_transform(
    list_zip(
        string_split(trim(of_words), ' '),
        string_split(trim(of_words), ' ')[2:],
        string_split(trim(of_words), ' ')[3:],
        string_split(trim(of_words), ' ')[4:],
        true
    ),
    lambda run: hash(run)
)

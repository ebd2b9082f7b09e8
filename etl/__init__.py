"""From articles about Vietnam's provinces to a DuckDB table of targets and actuals.

The stages, in the order in which `build` takes an article through them, and the packages that
hold their parts:

- `read` (`texts`): a file's bytes to clean text, its date and the years it speaks of
- `places` (`placing`): the province it is about
- `recognise` (`recognising`): its numbers, periods, places and known phrases
- `walk` (`layouts`): its tables, then its sentences one by one, each into what governs it
- `link` (`linking`): a sentence read from left to right; a number becomes a figure once it is told
  of what (`figures`), of whom (`whose`) and of what time (`when`)
- `extract`: the article's observations, and the fate of each of its numbers
- `reconcile` (`status`, `implied`, `scorecard`): a target and an actual beside each other, judged
- `publish`: one DuckDB file, swapped in whole

What the reader knows of the language stands in `data/`; `explain` tells what it made of an article.
"""

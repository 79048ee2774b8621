# The notice on a page that nobody has confirmed yet.
draft = Draft, not for publication.
draft-why = A program proposed parts of this page from the words of the report. They await a person’s confirmation in story.toml.
draft-list = What awaits confirmation
page-of = { $outlet }, page { $page } of { $file }, paragraph { $number } from the top of the page
source-original = Taken from

# Where something was read, and when.
read-on = read on { $date }
read-on-unknown = date of reading not recorded
read-on-never = The day on which these pages were read was not recorded for any of them.
read-on-none = not recorded
read-on-when = Read on
note-between = {" · "}

# The right of reply.
replies = Right of reply
replies-none = Nobody named here has been asked for a reply.
reply-not-asked = { $who }: not asked for a reply yet.
reply-asked = { $who }: asked on { $date }{ $way ->
    [True] {", "}{ $how }.
   *[other] .
}
reply-about = The question: { $about }
reply-silent = No answer has been recorded.
reply-silent-until = By { $date } no answer had come.
reply-came = The answer, of { $date }:
reply-translated = Our translation from { $tongue }.

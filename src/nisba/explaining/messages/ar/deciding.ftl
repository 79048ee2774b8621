# ما الذي يتوقف عليه صدق القول، في كل اجتماع أمكن حسابه.

decisions-of = ما يتوقف عليه كل قول، في كل اجتماع أمكن حسابه
decision-holds = يصح في
decision-combinations = { $holds } من { $of }
decision-choices = يحسمه
decided-by = { $choice ->
    [figure] الرقم الذي يُقارن به
    [kind] نوع القراءة
   *[reading] القراءة
}
decided-by-nothing = لا اختيار
decision-open = (بقي غير محسوم: { $open })
decided-or = { "؛ أو " }

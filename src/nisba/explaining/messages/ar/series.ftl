# سلسلة البيانات: المعدلات، وما يبقى من بيان بعد آخر، وما لا يُقارن كما هو.

series = البيانات وأعدادها ومعدلها في الشهر وفي اليوم
series-none = ليست هناك سلسلة بيانات دورية.
series-period = المدة
series-places = الأماكن
series-measure = ماذا
series-count = العدد
series-rate = في الشهر
series-per-day = في اليوم
series-status = المصدر
series-rests = ما يبقى من البيان الأطول بعد الأقصر: هل يتطابق المجموع؟
series-beside = الأمر نفسه، وأرقام الخبر مكان أرقام بيان مدّته
series-left = الباقي من الكل، أو الكل
series-parts = مجموع الأجزاء
series-result = النتيجة
series-apart = بيانات لا يُطرح بعضها من بعض، أو لا تُقارن كما هي
series-later = اللاحق
series-earlier = السابق
series-why = السبب
series-other-word = يحصي { $now }، وكان السابق يحصي { $was }.
series-other-places = يشمل { $now }، وكان السابق يشمل { $was }.
series-overlaps = تشترك المدتان في بعض الأيام، ولا تشمل إحداهما الأخرى.
series-fewer = { $verdict ->
    [fails] عدد المدة الأطول أقل من عدد مدة أقصر في داخلها.
   *[other] لا يُعرف هل عدد المدة الأطول أقل.
}
series-gaps = بين البيانات: ما لا يحصيه أي منها
series-uncounted = ما لم يُحصَ

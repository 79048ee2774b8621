# مواضع افتراق الروايات: ما طُبع فحسب، لا سببه.

departures = مواضع افتراق الروايات عن الرواية التي تُقارن بها
departures-none = لا تخالف أي من الروايات المقارَنة الرواية التي تُقارن بها.
departure-account = الرواية
departure-fact = الرقم أو القول
departure-prints = ما تورده
departure-reference = في الرواية المقارَن بها
departure-how = وجه الاختلاف
departure-claim = ما تقوله
difference = { $kind ->
    [hedge-lost] من غير «نحو» أو «على الأقل» أو «أكثر من»
    [hedge-added] بزيادة «نحو» أو «على الأقل» أو «أكثر من»
    [hedge-changed] بلفظ آخر مكان «نحو» أو «على الأقل» أو «أكثر من»
    [other-place] يختلف عنها؛ وهو رقمها لمكان آخر: { $of }
    [other-thing] يختلف عنها؛ وهو رقمها لشيء آخر: { $of }
    [other-fact] يختلف عنها؛ وهو رقمها في: { $of }
    [inverted] يختلف عنها: المضاعَف مقلوباً، كالنصف مكان الضعف
    [other-claim] قول آخر
    [apart] يختلف عما تورده أكثر الروايات الأخرى
    [agrees] المضاعَف نفسه
   *[other-number] يختلف عنها
}
telling = { $kind ->
    [pace-as-fact] مروياً على أنه واقع، وهو فيها وتيرة
   *[fact-as-pace] مروياً على أنه وتيرة، وهو فيها واقع
}
own-base = يزيد على ما تعطيه أرقامها هي، وهو { $value } من المرات
between-words = { ": " }
shared-slips = رقم مغاير تشترك فيه روايات عدة
shared-slips-none = لا تشترك روايتان في رقم مغاير لما في الرواية المقارَن بها.
shared-slips-note = الاتفاق على المغايرة نفسها يوحي بنص مشترك بين هذه الروايات والإعلان. ولا يثبته، ولا يبيّن أيها أخذ عن الأخرى.
shared-accounts = من يورده
shared-against = عدد الروايات التي تورد الرقم المقارَن به
added-figures = أرقام لا توردها الرواية المقارَن بها
added-figure = الرقم
added-value = القيمة
departures-open = أرقام متماثلة قد تكون لشيء آخر: القرار فيها للمحرر
departure-sentence = جملتها
decisions-elsewhere = أي لفظ في الروايات الأخرى لأي بند
decision-not-given = لا تورده الرواية

// The commonest furniture of languages that have no table of their own, all in one: Greek, Vietnamese, Romanian, Hebrew,
// Czech, Danish, Norwegian, Indonesian, Finnish, Hungarian. Patterns are compared with keyOf, so σ stands for ς too.

import { en } from './en.ts';
import type { Language } from './language.ts';

export const elsewhere: Language = {
  code: '',
  starters: en.starters,
  abbreviations: '',
  calendar:
    'ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου ' +
    'ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie ora ' +
    'thứ hai ba tư năm sáu bảy chủ nhật ngày tháng giờ ' +
    'ledna února března dubna května června července srpna září října listopadu prosince ' +
    'januar februar marts mars maj juni juli oktober desember kl januari februari maret mei agustus senin selasa rabu kamis ' +
    'jumat sabtu minggu wib בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר',
  stamp:
    'δημοσίευση δημοσιεύθηκε τελευταία ενημέρωση ενημερώθηκε χρόνος ανάγνωσης λεπτά publicat publicării actualizat ' +
    'actualizării data timp de citire minute cập nhật đăng lúc פורסם עודכן זמן קריאה דקות publikováno aktualizováno vydáno ' +
    'doba čtení publiceret publisert opdateret oppdatert læsetid lesetid diperbarui dipublikasikan waktu baca menit ' +
    'julkaistu päivitetty lukuaika frissítve közzétéve',
  byline: 'σύνταξη\nγράφει\nde\nautor\ntác giả\nמאת\naf\nav\noleh\npenulis\nírta\nszerző',
  credit:
    'φωτογραφία αρχείου\nφωτ.\nφωτ\nφωτογραφία\nfoto\nsursa foto\nảnh\nצילום\nתמונה\nilustrační foto\nkuva\nfotó\nilustrasi',
  furniture: `
(διαφήμιση|διαφημιση|κοινοποίηση|εκτύπωση|ακούστε το άρθρο|δείτε όλα τα σχόλια)
(σχόλια|comentarii|ý kiến|bình luận|diskuse|kommentarer|komentar|kommentit|hozzászólások)[ #]
(ετικέτεσ|etichete|taguri|từ khóa|תגיות|štítky|tagy|emner|tag|avainsanat|címkék): *
(publicitate|reklama|inzerce|annonce|annonse|reklame|iklan|mainos|hirdetés|quảng cáo|פרסומת)
articolul continuă *
(urmărește-ne|urmăriți-ne) pe *
ți s-a părut interesant *
(chia sẻ|quay lại|nghe đọc bài|sdílet|bagikan|megosztás|jaa)
nghe đọc bài *
cỡ chữ *
trở lại (trang chủ|thời sự|giao thông|thế giới|thể thao|kinh doanh|giáo dục|sức khỏe|đời sống|pháp luật)
copy link *
gửi[ mới nhất][ quan tâm nhất]
[לכל ]התגובות[ #]
האזינו לכתבה *
שתפו ב*
מצאתם טעות*
`,
  notices: `
ακολουθήστε * (google news|facebook|instagram|viber|youtube) *
(abonează-te|abonați-vă) * (newsletter|newsletterul|canalul) *
(tải ứng dụng|đăng ký nhận) *
הצטרפו (לערוץ|לקבוצת) *
(sledujte|odebírejte) * (newsletter|google|facebook|instagram) *
(følg|tilmeld dig|meld deg på) * (facebook|nyhedsbrev|nyhetsbrev) *
(unduh aplikasi|ikuti) * (google news|whatsapp|play store) *
`,
  promo:
    'διαβάστε επίσης\nδιαβαστε επισης\nδιαβάστε ακόμη\nδείτε επίσης\ncitește și\ncitiți și\nvezi și\nxem thêm\nđọc thêm\nקראו גם\nלקריאה נוספת\n' +
    'čtěte také\npřečtěte si také\nlæs også\nles også\nbaca juga\nlue myös\nolvassa el ezt is',
  promoStrict: '',
  related: `
(δημοφιλή|δημοφιλη|διαβάστε επίσησ|σχετικά άρθρα|τελευταία νέα|ροή ειδήσεων|περισσότερα νέα)
(cele mai citite|recomandările redacției|recomandări|citește și|articole similare|ultimele știri)
(tin cùng chuyên mục|tin liên quan|bài viết liên quan|đọc nhiều|xem nhiều|tin mới)
(כתבות נוספות[ בנושא]|הנקראות ביותר|הכי נקראות|עוד בנושא)
(nejčtenější|související články|související|čtěte také|mohlo by vás zajímat)
(mest læste|mest leste|mest lest|læs også|les også|berita terkait|artikel terkait|terpopuler|baca juga)
(luetuimmat|lue myös|legolvasottabb|kapcsolódó cikkek)
`,
  faq: `
(συχνέσ ερωτήσεισ|ερωτήσεισ και απαντήσεισ|întrebări frecvente|întrebări și răspunsuri|hỏi đáp|câu hỏi thường gặp)
(שאלות ותשובות|שאלות נפוצות|časté dotazy|otázky a odpovědi|spørgsmål og svar|spørsmål og svar|tanya jawab)
(usein kysyttyä|kysymyksiä ja vastauksia|gyakori kérdések|kérdések és válaszok)
`,
  question:
    'ερ\nερώτηση\nîntrebare\nhỏi\nשאלה\nש\notázka\nspørgsmål\nspørsmål\ntanya\npertanyaan\nkysymys\nkérdés\nвъпрос\nпитање\n' +
    'pitanje\nпрашање\nسوال\nپرسش\nถาม\nคำถาม\nপ্রশ্ন\nகேள்வி\nప్రశ్న\nप्रश्न\nკითხვა\nհարց\npregunta\nquestió\nkysymys',
  answer:
    'απ\nαπάντηση\nrăspuns\nđáp\nתשובה\nת\nodpověď\nodpoveď\nsvar\njawab\njawaban\nvastaus\nválasz\nотговор\nодговор\n' +
    'odgovor\nجواب\nپاسخ\nตอบ\nคำตอบ\nউত্তর\nபதில்\nజవాబు\nउत्तर\nპასუხი\nպատասխան\nresposta',
  synopsis: '',
  keyPoints: '',
  nav: 'αρχική ελλάδα τοπικά κόσμος πολιτική οικονομία κοινωνία acasă actualitate social politică economie externe ראשי חדשות מקומי domácí zahraničí ekonomika nyheder nyheter beranda nasional ekonomi kotimaa ulkomaat belföld külföld',
  share: '',
  pressTail: '',
  cites: en.cites,
  organisations: '',
  saying: '',
};

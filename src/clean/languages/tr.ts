import type { Language } from './language.ts';

export const tr: Language = {
  code: 'tr',
  starters:
    've veya ya ama fakat ancak çünkü eğer ki da de mi mı mu mü ne nasıl neden niçin nerede nereye kim kimin kaç hangi bu şu o bunlar ' +
    'şunlar onlar ben sen biz siz bir iki üç her hiç bazı birçok tüm bütün diğer başka aynı daha en çok az için gibi kadar göre sonra ' +
    'önce ile olarak olan oldu olacak var yok değil ise artık hâlâ hala şimdi bugün dün yarın ayrıca böylece öte yandan üzere karşı ' +
    'kendi onun bunun ardından geçen yeni yılında iken sadece bile hem buna bunu',
  abbreviations:
    'dr prof doç yrd av müh mim sn vb vs örn bkz no cad sok mah apt blv kat tel a.ş ltd şti t.c m.ö m.s yy alb gen s ör st çev ed oca şub nis haz tem ağu eyl eki kas ara',
  calendar:
    'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık oca şub mar nis may haz tem ağu eyl eki kas ara pazartesi ' +
    'salı çarşamba perşembe cuma cumartesi pazar pzt sal çar per cum cmt paz saat tsi bugün dün',
  stamp:
    'yayınlanma yayınlandı yayımlanma yayımlandı yayın yayın tarihi güncelleme güncellendi güncellenme son giriş tarihi tarih tarihi okuma süresi dk dakika oluşturulma',
  byline: 'yazan\nhaber\nyazar\nhazırlayan\nmuhabir\neditör\nhaberi hazırlayan\nröportaj\nderleyen',
  credit:
    'foto\nfotoğraf\nfotoğraflar\ngörsel\nkaynak fotoğraf\ngörsel kaynağı\nfotoğraf kaynağı\nillüstrasyon\ngrafik\nkare\nkamera\nfoto kaynak',
  furniture: `
reklamı (atla|geç)
(daha sonra|sonra) oku
(eski|önceki|yeni) (gönderileri|güncellemeleri|mesajları) (göster|yükle)
(alıntıyı|güncellemeyi) paylaş
bu habere ilk *
(reklam|ilan|sponsorlu içerik|sponsorlu|tanıtım|advertorial|iş birliği|reklamlar)
haber(in|in devamı) (aşağıda|reklamdan sonra) *
(haberin|yazının) devamı[ *]
(okumaya|okumaya devam) (devam et|et)
(paylaş|gönder|yazdır|kaydet|bağlantıyı kopyala|linki kopyala|link kopyalandı|dinle|yorum yap|yorumla|beğen)[ (haberi|bu haberi|*'da|*'de|facebook'ta|twitter'da|whatsapp'ta)]
(haberi|yazıyı|makaleyi|bu haberi) (dinle|paylaş|yazdır|kaydet)
# yorum
yorumlar[ (#)]
yorum (yap|yaz|ekle|yok)
[tüm ]yorumları (gör|göster|oku)
(giriş yap|giriş|üye ol|kayıt ol|abone ol|hesabım|bülten|abonelik|üyelik)
(giriş yapın|üye olun)[ *]
(daha fazla|tümünü|daha fazlasını) (göster|yükle|gör|oku)[ *]
(canlı|canlı yayın|canlı anlatım|son dakika|özel|özel haber|güncellendi|güncelleniyor|video|yalnızca abonelere|canlı blog)
bizi[ *] (takip edin|takip et|izleyin)
(google news|google haberler|whatsapp|telegram|instagram|twitter|sosyal medya)* (takip edin|takip et|katılın|abone olun)[ *]
(uygulamamızı|uygulamayı) (indirin|indir)[ *]
(etiketler|etiket|konular|konu|anahtar kelimeler|kategori|kategoriler|ilgili konular): *
(etiketler|konular|anahtar kelimeler)[ *]
kaynak: (aa|dha|iha|anka|ajanslar|reuters|afp)[ *]
(aa|dha|iha|anka|ajanslar|haber merkezi|dış haberler|dış haberler servisi|editör|redaksiyon)
(menü|ana sayfa|anasayfa|ara|kapat|başa dön|yukarı çık|içeriğe geç|içeriğe atla)
(kabul et|reddet|tümünü kabul et|çerez ayarları|tümünü reddet)
fotoğraf # / #
(temsili|arşiv|temsili fotoğraf|arşiv fotoğrafı|temsili görsel)
(videoyu|video) (izle|oynat)
hata bildir
`,
  notices: `
son dakika haberlerini *
(web sitemizde|sitemizde|bu site|sizlere|internet sitemizde) * çerez* 
[bu ](içerik|haber|yazı) (sadece|yalnızca) (abonelere|abonelerimize) *
okumaya devam etmek için *
* (bültenimize|bültenine|kanalımıza) (abone olun|kaydolun|üye olun|katılın)[ *]
(bültenimize|haber bültenimize|e-posta bültenimize) *
[*](tüm|her) hakkı (saklıdır|mahfuzdur)[ *]
[*]tüm hakları saklıdır[ *]
(izinsiz|kaynak gösterilmeden) *
yasal uyarı *
(bu yazıdaki|yazarın) (görüş|görüşler|görüşleri) *
(istediğiniz zaman|dilediğiniz zaman) * (abonelikten|çıkabilirsiniz) *
e-posta adresinizi (girin|yazın) *
`,
  promo: `
ayrıca izleyin
ayrıca dinleyin
ayrıca okuyun
ayrıca oku
bunu da okuyun
bunları da okuyun
okumak için tıklayın
ilgili haber
ilgili haberler
ilginizi çekebilir
bu haber de ilginizi çekebilir
bunlar da ilginizi çekebilir
daha fazla oku
daha fazlası
devamını oku
haberin detayları için
ayrıca bakınız
ayrıca bkz
kaçırmayın
önerilen haber
önerilen haberler
sıradaki haber
çok okunanlar
en çok okunanlar
`,
  promoStrict:
    'video\nfoto galeri\ngaleri\npodcast\nizle\ndinle\noku\nokuyun\ngörüş\nanaliz\nröportaj\nanket\nilgili\nayrıca',
  related: `
(ayrıca okuyun|bunu da okuyun|bunları da okuyun|ilgili (haberler|haber|içerikler|konular)|ilginizi çekebilir|bunlar da ilginizi çekebilir|benzer haberler|önerilen (haberler|içerikler)|sizin için önerilenler|sizin için seçtiklerimiz|diğer haberler|son haberler|öne çıkan haberler|gündemdekiler|trendler|çok okunanlar|popüler haberler|editörün seçtikleri|en son haberler|daha fazla haber)
en çok (okunanlar|okunan|okunan haberler|izlenenler|paylaşılanlar|konuşulanlar)[ *]
`,
  faq: `
(sıkça sorulan sorular|sık sorulan sorular|merak edilenler|soru-cevap|soru cevap|sorular ve cevaplar|sorular ve yanıtlar|sorular ve yanıtları|sss|en çok sorulan sorular|merak edilen sorular|faq)[ (hakkında|:|-|sss|faq) *]
`,
  question: 's\nsoru',
  answer: 'c\ny\ncevap\nyanıt',
  synopsis: 'özet\nhaberin özeti\nözetle',
  keyPoints:
    '(öne çıkanlar|önemli noktalar|ana noktalar|kısaca|bir bakışta|ne biliyoruz|neler biliyoruz|satır başları|ana hatlarıyla|haberin özeti|önemli başlıklar)',
  nav: 'ana sayfa anasayfa haberler haber gündem dünya türkiye ekonomi siyaset spor kültür sanat bilim teknoloji sağlık eğitim yaşam yerel yazarlar çevre magazin şehir güncel bölge',
  share:
    'kanalı kanal paylaş gönder yazdır kaydet kopyala bağlantıyı linki yorum yorumlar e-posta eposta dinle takip et beğen',
  pressTail: `
* hakkında
(iletişim|basın iletişim|basın ilişkileri|medya iletişim)[ *]
(daha fazla|detaylı) bilgi[ *]
`,
  cites: `
@['’]?(n[ıiuü]n|ın|in|un|ün)? (haberine|bildirdiğine|aktardığına|verilerine|raporuna|açıklamasına|araştırmasına) göre
@['’](ye|ya|e|a) (konuşan|göre|açıklamada)
@ (bildirdi|duyurdu|açıkladı|yazdı)
kaynak: @
`,
  organisations:
    'gazetesi postası gündemi ajansı haber enstitüsü üniversitesi konseyi bakanlığı belediyesi derneği federasyonu merkezi vakfı örgütü komitesi akademisi bankası komisyonu radyosu televizyonu dergisi kurumu hürriyet sabah milliyet cumhuriyet anadolu birliği başkanlığı müdürlüğü',
  saying:
    'söyledi açıkladı bildirdi duyurdu belirtti uyardı yazdı doğruladı tahmin göre ifade etti aktardı vurguladı',
};

// The small words of languages that have no table: enough to tell them, so that a reader's software speaks them right.

export const OTHERS: Readonly<Record<string, string>> = {
  bg: 'и на в за да се от че с по не е са ще като но до при след както още това който която които беше през',
  ca: 'i el la els les de que a en un una per amb no es és del dels al als va han més com però aquest aquesta també segons fins',
  fa: 'و در به از که این را با است برای آن یک خود تا بر هم نیز شد های ها می شود کرد بود شده',
  mr: 'आहे आणि या ते होते असे की तर पण मात्र यांनी केली केले झाली झाले त्या नाही मध्ये होती आहेत',
  sk: 'a v sa na je že s z do o k aj to vo sú by pre za od po ako ale tak ktoré ktorá ktorý bolo bol bola alebo podľa keď nie',
  ur: 'کے کی میں ہے سے کا کو نے اور پر کہ یہ ہیں اس تھا بھی گیا کر',
  cs: 'a v se na je že s z do o k i to ve jsou by pro za od po jako ale tak které která který bylo byl byla nebo podle také když není',
  da: 'og at det der en er som på de til af i for med den ikke har om et var han jeg fra men kan efter skal være blev ved hvor mange',
  nb: 'og det er som på en til av i for med den ikke har om et var han jeg fra men kan etter skal være ble ved hvor mange at de',
  fi: 'ja on ei se että oli hän mutta ovat joka myös kun tai mukaan jo niin vain ollut sitä ne',
  hu: 'a az és hogy nem egy is van volt de meg csak már ki mint még el ez azt szerint vagy ha lesz',
  id: 'yang dan di dari untuk pada dengan ini itu tidak akan dalam oleh ke ada sudah juga karena saat telah bisa para lebih kata',
  ro: 'și în de la cu pe nu din ce care un o pentru mai este sunt fost după prin că se au a fi sau între va vor lui',
  vi: 'và của là có các được trong cho không một với người đã này những ở khi từ để đến cũng sẽ ông bị',
};

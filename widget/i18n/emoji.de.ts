import type { EmojiStrings } from './emoji.en.ts'

export const emojiDe: EmojiStrings = {
  search: 'Emoji suchen',
  none: 'Nichts gefunden',
  recent: 'Zuletzt benutzt',
  groups: [
    'Gesichter',
    'Hände',
    'Herzen und Funken',
    'Natur',
    'Essen und Trinken',
    'Freizeit und Orte',
    'Dinge',
    'Zeichen',
  ],
  names: `
😀 grinsendes Gesicht, lol, lustig
😃 grinsendes Gesicht mit großen Augen, lächeln, lol, lustig
😄 grinsendes Gesicht mit lachenden Augen, lol, lustig
😁 strahlendes Gesicht mit lachenden Augen, lustig, Zähne
😆 Grinsegesicht mit zugekniffenen Augen, geschlossene Augen, Gesicht, grinsendes Gesicht mit zusammengekniffenen Augen, offener Mund
😅 grinsendes Gesicht mit Schweißtropfen, lustig, schwitzen
😂 Gesicht mit Freudentränen, lachen, Tränen
🤣 sich vor Lachen auf dem Boden wälzen, Gesicht, lachen
🙂 leicht lächelndes Gesicht, Lächeln
🙃 umgekehrtes Gesicht, auf dem Kopf stehen
😉 zwinkerndes Gesicht, Zwinkern
😊 lächelndes Gesicht mit lachenden Augen, erröten, Freude, rote Wangen
😇 lächelndes Gesicht mit Heiligenschein, Lächeln
🥰 lächelndes Gesicht mit Herzen, anhimmeln, verknallt, verliebt
😍 lächelndes Gesicht mit herzförmigen Augen, verliebt
😘 Kuss zuwerfendes Gesicht
😋 sich die Lippen leckendes Gesicht, lecker, leckeres Essen
😜 zwinkerndes Gesicht mit herausgestreckter Zunge, herausgestreckte Zunge, Zwinkern
🤗 Gesicht mit umarmenden Händen, Umarmung
🤔 nachdenkendes Gesicht, nachdenklich
🤨 Gesicht mit hochgezogenen Augenbrauen, argwöhnisch, skeptisch
😐 neutrales Gesicht, kein Kommentar
😏 süffisant lächelndes Gesicht
🙄 Augen verdrehendes Gesicht
😬 Grimassen schneidendes Gesicht, Zähne
😌 erleichtertes Gesicht, geschlossene Augen
😴 schlafendes Gesicht, schnarchen, zzz
🤒 Gesicht mit Fieberthermometer, krank
🥳 Partygesicht, Feiern
😎 lächelndes Gesicht mit Sonnenbrille, cool
🤓 Strebergesicht, Gesicht, Nerd
😕 verwundertes Gesicht
😟 besorgtes Gesicht
🙁 betrübtes Gesicht, traurig
😮 Gesicht mit offenem Mund, erstaunt, offener Mund
😳 errötetes Gesicht mit großen Augen, rote Wangen, überrascht
🥺 bettelndes Gesicht, Gnade, Welpenaugen
😢 weinendes Gesicht, Träne, traurig
😭 heulendes Gesicht, Tränen, traurig
😱 vor Angst schreiendes Gesicht
😤 schnaubendes Gesicht, erleichtert, gewonnen
😡 schmollendes Gesicht, rot, wütend
🤯 explodierender Kopf, entsetzt, geschockt
😷 Gesicht mit Atemschutzmaske, Arzt, Krankheit
👋 winkende Hand, Winken
🤚 erhobene Hand von hinten, erhobener Handrücken
✋ erhobene Hand
👌 OK-Zeichen, exzellent, Hand, in Ordnung, perfekt
🤞 Hand mit gekreuzten Fingern
✌️ Victory-Geste, Sieg
👍 Daumen hoch, gut, Hand, nach oben
👎 Daumen runter, Hand, nach unten, schlecht
👊 geballte Faust, Hand
👏 klatschende Hände, applaudieren, Beifall, Klatschen
🙌 zwei erhobene Handflächen, feiern
🤝 Handschlag, Hände, Händeschütteln, Vereinbarung
🙏 zusammengelegte Handflächen, beten, betende Hände, bitten, danken, Gebet, grüßen
💪 angespannter Bizeps, Comic, Muskeln anspannen, stark
👀 Augen, Gesicht
🤷 schulterzuckende Person, egal, gleichgültig, keine Ahnung, Zweifel
🙋 Person mit erhobenem Arm, Siegerpose
❤️ rotes Herz
🧡 oranges Herz
💛 gelbes Herz
💚 grünes Herz
💙 blaues Herz
💜 lila Herz
🖤 schwarzes Herz, böse
🤍 weißes Herz
💔 gebrochenes Herz, Schmerz, Trennung
💖 funkelndes Herz, Aufregung, Liebe
💯 100 Punkte, Punktestand, volle Punktzahl
💥 Zusammenstoß, Comic, Kollision
✨ funkelnde Sterne, *
⭐ weißer mittelgroßer Stern
🔥 Feuer, Flamme, heiß
🎉 Konfettibombe, Feier, Party
🐶 Hundegesicht, Gesicht, Tier
🐱 Katzengesicht, Gesicht, Tier
🐭 Mäusegesicht, Gesicht, Maus, Tier
🐰 Hasengesicht, Gesicht, Tier
🦊 Fuchs, Fuchsgesicht, Gesicht, Tier
🐻 Bär, Bärengesicht, Gesicht, Tier
🐼 Panda, Gesicht, Pandabär, Pandagesicht, Tier
🐵 Affengesicht, Gesicht, Tier
🦄 Einhorn, Einhorngesicht, Gesicht
🐝 Biene, Honigbiene, Hummel, Tier
🦋 Schmetterling, schön
🌸 Kirschblüte, Blume, Blüte, Kirsche, Pflanze
🌹 Rose, Blume, Blüte, Pflanze
🌻 Sonnenblume, Blume, Blüte, Pflanze
🌳 Laubbaum, Baum, Pflanze
🌱 Spross, junge Pflanze
🍀 Glücksklee, Kleeblatt, vier, vierblättrig
🌈 Regenbogen, Wetter
☀️ Sonne, Sonnenstrahlen, sonnig, Strahlen, Wetter
🌧️ Wolke mit Regen, Regenwolke, Wetter
❄️ Schneeflocke, Flocke
🌙 Mondsichel
🍎 roter Apfel, Frucht, Obst
🍋 Zitrone, Frucht, Obst, Zitrusfrucht
🍓 Erdbeere, Beere, Frucht, Obst
🥑 Avocado, Frucht
🍕 Pizza, Pizzastück, Pizzeria
🍔 Hamburger, Burger, Restaurant
🍟 Pommes frites, Fritten, Pommes Frites
🥗 Salat, Essen
🍣 Sushi, japanisches Gericht, Restaurant
🍰 Torte, Kuchen, Kuchenstück, Stück Torte, Tortenstück
🍫 Schokoladentafel
🍪 Keks, Cookie
☕ Heißgetränk, dampfend, Getränk, heiß, Kaffee, Tee, trinken
🍵 Teetasse ohne Henkel
🍷 Weinglas, Bar, Glas
🍺 Bierkrug, Bar, Krug
🥂 Sektgläser, anstoßen, feiern, Getränk
⚽ Fußball, Ball
🏀 Basketball, Ball, Korb, Sport
🎾 Tennisball, Ball, Sport
🏆 Pokal, Preis
🎮 Gamepad, Gaming, Videospiel
🎵 Musiknote, Note
🎁 Geschenk, Feier, verpackt
🎂 Geburtstagskuchen, Torte
🎈 Luftballon, Geburtstag
🚗 Auto, Fahrzeug
🚲 Fahrrad, Rad
✈️ Flugzeug, Flieger
🚀 Rakete, Weltraum
🏠 Haus, Gebäude, Zuhause
🏖️ Strand mit Sonnenschirm, Meer
⛰️ Berg, Gebirge
🗺️ Weltkarte, Karte
📱 Mobiltelefon, Handy, Smartphone
💻 Laptop, Computer, Notebook, PC
📷 Fotoapparat, Fotos, Kamera
💡 Glühbirne, Idee, Licht
🔑 Schlüssel, Passwort
🔒 geschlossenes Schloss, Datenschutz, Sicherheit
📦 Paket, Päckchen
📎 Büroklammer
📄 Vorderseite eines Blattes, Dokument, Papier, Seite
📅 Kalender, Kalenderblatt
📌 Reißzwecke, anpinnen
✏️ Bleistift
🔍 Lupe nach links, Suche, Vergrößerungsglas
💰 Geldsack, Sack
💳 Kreditkarte, Guthaben, Karte
🛒 Einkaufswagen, einkaufen
🚚 Lieferwagen, Lastwagen, LKW
🛠️ Hammer und Schraubenschlüssel, Werkzeug
⏰ Wecker, Uhr, Uhrzeit
📞 Telefonhörer, anrufen, Hörer
✉️ Briefumschlag, E-Mail
📣 Megafon, Jubel, Lautsprecher
✅ weißes Häkchen, abgehakt, erledigt
❌ Kreuzzeichen, abbrechen, durchgestrichen, Multiplikation, multiplizieren, x
❗ rotes Ausrufezeichen, Satzzeichen
❓ rotes Fragezeichen, Satzzeichen
⚠️ Warnung, Dreieck
ℹ️ Buchstabe „i“ in blauem Quadrat, Information
➡️ Pfeil nach rechts, Osten, Rechtspfeil
⬅️ Pfeil nach links, Linkspfeil, Westen
🔄 Pfeile gegen den Uhrzeigersinn, kreisförmige Pfeile gegen den Uhrzeigersinn
🆗 Großbuchstaben OK in blauem Quadrat
🚫 Verboten, Verbotszeichen
💬 Sprechblase mit drei Punkten, Dialog, Gespräch, Unterhaltung`,
}

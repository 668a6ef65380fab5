import type { EmojiStrings } from './emoji.en.ts'

export const emojiIt: EmojiStrings = {
  search: 'Cerca emoji',
  none: 'Nessun risultato',
  recent: 'Recenti',
  groups: [
    'Facce',
    'Mani',
    'Cuori e scintille',
    'Natura',
    'Cibo e bevande',
    'Svago e luoghi',
    'Oggetti',
    'Segni',
  ],
  names: `
😀 faccina con un gran sorriso, faccina che sogghigna, risata, sogghignare
😃 faccina con un gran sorriso e occhi spalancati, faccina sorridente, risata, sorridere
😄 faccina con sorriso e occhi sorridenti, bocca aperta, faccina con un gran sorriso e occhi sorridenti, occhi felici, risata
😁 faccina raggiante con occhi felici, risata, sogghignare
😆 sorriso a bocca aperta con occhi chiusi
😅 faccina con un gran sorriso e goccia di sudore, sorriso teso
😂 faccina con lacrime di gioia, piangere dal ridere
🤣 ridere a crepapelle
🙂 faccina con sorriso accennato, mezzo sorriso, sorriso a bocca chiusa
🙃 faccina sottosopra, capovolta, scombussolata
😉 faccina che fa l’occhiolino, fare l’occhiolino
😊 faccina con occhi sorridenti, felice, sorriso
😇 faccina con sorriso e aureola, angioletto, faccina sorridente con aureola
🥰 faccina con cuoricini, adorazione, colpo di fulmine, faccina innamorata
😍 faccina con sorriso e occhi a cuore, amore
😘 faccina che manda un bacio, faccina che manda baci
😋 faccina che si lecca i baffi, buono, cibo delizioso, gnam
😜 faccina che fa l’occhiolino e mostra la lingua, linguaccia con occhiolino, scherzo
🤗 faccina che abbraccia, abbraccio, sorriso
🤔 faccina concentrata, concentrarsi, pensare
🤨 faccia con sopracciglia alzate, diffidente, scettico
😐 faccina neutra, impassibile, no comment
😏 faccina con sorrisetto, faccina che sorride, furbetto, malizioso
🙄 faccina con occhi al cielo, guardare altrove, roteare gli occhi, sollevare gli occhi al cielo
😬 faccina con smorfia
😌 faccina sollevata
😴 faccina che dorme, sonno
🤒 faccina con termometro, ammalato, febbre, influenza
🥳 faccina che festeggia, cappellino, festa, festeggiamenti, party, trombetta
😎 faccina con sorriso e occhiali da sole, spensierato
🤓 faccina nerd, occhiali da nerd, secchione, studioso
😕 faccina confusa
😟 faccina preoccupata, preoccupazione preoccupata
🙁 faccina leggermente imbronciata, corrucciato, imbronciato, mettere il muso
😮 faccina con bocca aperta, sorpreso, stupito
😳 faccina imbarazzata, confuso, faccina con guance rosse, imbarazzato
🥺 faccina supplichevole, faccina sull’orlo delle lacrime, implorare, lacrime, quasi in lacrime
😢 faccina che piange, lacrime, piangere, triste
😭 faccina disperata, lacrime, piangere, pianto
😱 faccina terrorizzata, grido di paura, paura
😤 faccina che sbuffa, arrabbiarsi, sbuffare
😡 faccina accigliata, arrabbiata, broncio, faccina rossa, imbronciata, muso
🤯 testa che esplode, scioccato
😷 faccina con mascherina, maschera
👋 mano che saluta, salutare
🤚 dorso mano alzata
✋ mano alzata, carta
👌 mano che fa OK, segno di OK
🤞 dita incrociate, fortuna, incrociare, mano
✌️ vittoria, forbice, mano, segno di vittoria, yeah
👍 pollice in su, mano, segno
👎 pollice verso, giù, mano, pollice in giù
👊 pugno chiuso, mano
👏 mani che applaudono, applaudire, applauso
🙌 mani alzate, evviva, urrà, vittoria
🤝 stretta di mano, conoscere, presentarsi
🙏 mani giunte, gesto, mano, pregare, preghiera
💪 bicipite, forte, fumetto, muscolo, teso
👀 occhi, faccia
🤷 persona che scrolla le spalle, dubbio, indifferenza, noncuranza, spalle alzate
🙋 persona con mano alzata, felice, gesto
❤️ cuore rosso, amore
🧡 cuore arancione, emozione
💛 cuore giallo, emozione
💚 cuore verde, emozione
💙 cuore blu, emozione
💜 cuore viola, emozione
🖤 cuore nero, dolore, tristezza
🤍 cuore bianco, emozione
💔 cuore infranto, emozione, spezzato
💖 cuore che luccica, amore, emozionato, emozione, luccichio
💯 100 punti, punteggio pieno
💥 collisione, emozione, fumetto, simbolo collisione
✨ stelline, scintille, stelle
⭐ stella, astro
🔥 fuoco, fiamma
🎉 spara coriandoli, festa, party
🐶 muso di cane, animale, faccina
🐱 muso di gatto, animale, faccina
🐭 muso di topo, animale, faccina
🐰 muso di coniglio, animale, faccina
🦊 volpe, animale, faccina volpe, muso di volpe
🐻 orso, animale, faccina, muso di orso
🐼 panda, animale, faccina, muso di panda
🐵 muso di scimmia, animale, faccina
🦄 unicorno, faccina
🐝 ape, animale
🦋 farfalla, animale, insetto
🌸 fiore di ciliegio
🌹 rosa, fiore
🌻 girasole, fiore
🌳 albero deciduo, caduco
🌱 germoglio, piantina
🍀 quadrifoglio, foglia, fortuna, quattro
🌈 arcobaleno, pioggia, sette colori
☀️ sole, calore, luce, raggi, splendente
🌧️ pioggia, meteo, nuvole
❄️ fiocco di neve, freddo, ghiaccio, inverno
🌙 spicchio di luna, crescente
🍎 mela rossa, frutta
🍋 limone, agrume, frutta
🍓 fragola, frutta
🥑 avocado, cibo, frutta
🍕 pizza, fetta, ristorante
🍔 hamburger
🍟 patatine, patatine fritte, ristorante
🥗 insalata verde, cibo
🍣 sushi, ristorante
🍰 fetta di torta, ristorante
🍫 cioccolato, barretta, barretta di cioccolato, ristorante
🍪 biscotto, cookie, ristorante
☕ bevanda calda, caffè, fumante, tè caldo
🍵 tazza da tè senza manico, bere, tazza di tè
🍷 bicchiere di vino, bar, bere, ristorante
🍺 boccale di birra, bar, ristorante
🥂 brindisi, auguri, bere, cin cin, festeggiare
⚽ pallone da calcio
🏀 palla da pallacanestro, canestro da basket, pallone, sport
🎾 tennis, palla, palla da tennis, racchetta e palla da tennis, sport
🏆 coppa, premio, trofeo
🎮 gamepad, console, console videogioco, gioco
🎵 nota musicale
🎁 regalo, dono, festa, pacchetto
🎂 torta di compleanno, festa
🎈 palloncino, festa
🚗 auto, automobile, macchina, veicolo
🚲 bicicletta, veicolo
✈️ aeroplano, velivolo
🚀 razzo, veicolo, viaggio
🏠 casa, abitazione, edificio
🏖️ spiaggia con ombrellone, estate, mare, ombrellone in spiaggia
⛰️ montagna, cima
🗺️ mappa mondiale, cartina, mondo
📱 telefono cellulare
💻 computer portatile, PC
📷 fotocamera, fotografare, macchina fotografica, ricordi, scattare foto
💡 lampadina, elettrica, fumetto, idea, luce
🔑 chiave, password
🔒 lucchetto chiuso
📦 pacco, collo, scatola
📎 graffetta, fermaglio
📄 pagina, documento
📅 calendario, data, giorno, ricorrenza
📌 puntina, puntina da disegno
✏️ matita, matita con gomma, scrivere, scrivere a matita
🔍 lente di ingrandimento rivolta a sinistra, cerca, lente ingrandimento, lente ingrandimento verso sinistra
💰 sacco di soldi, denaro
💳 carta di credito
🛒 carrello, carrello della spesa, centro commerciale, fare la spesa, supermercato
🚚 camion, veicolo
🛠️ martello e chiave inglese, attrezzi, simbolo impostazioni, utensili
⏰ sveglia, suono, svegliarsi
📞 cornetta, comunicazione, cornetta del telefono, telefono
✉️ busta, email, lettera, posta, ricevere posta
📣 megafono, altoparlante, altoparlanti, megafoni
✅ pulsante segno di spunta, baffo
❌ croce, X
❗ punto esclamativo rosso, esclamazione, punteggiatura, punto esclamativo pieno
❓ punto interrogativo rosso, domanda, punto di domanda pieno
⚠️ simbolo di avviso, attenzione, pericolo
ℹ️ punto informazioni
➡️ freccia rivolta verso destra, direzione, freccia a destra, punto cardinale
⬅️ freccia rivolta a sinistra, direzione, freccia a sinistra, ovest, punto cardinale
🔄 frecce che ruotano in senso antiorario, frecce a cerchio aperto, frecce senso antiorario, pulsante con frecce che ruotano in senso antiorario
🆗 pulsante OK, simbolo OK
🚫 segnale di divieto, simbolo, simbolo di divieto
💬 fumetto, dialogo`,
}

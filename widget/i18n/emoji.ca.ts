import type { EmojiStrings } from './emoji.en.ts'

export const emojiCa: EmojiStrings = {
  search: 'Cerca emojis',
  none: 'No n’hi ha cap',
  recent: 'Recents',
  groups: [
    'Cares',
    'Mans',
    'Cors i espurnes',
    'Natura',
    'Menjar i beure',
    'Lleure i llocs',
    'Coses',
    'Signes',
  ],
  names: `
😀 cara molt somrient, rialla, somriure, ulls
😃 cara molt somrient amb els ulls ben oberts, boca oberta, somriure
😄 cara amb rialla i els ulls somrients, boca oberta, somriure
😁 cara molt somrient amb els ulls alegres, gran somriure
😆 cara somrient amb els ulls tancats fortament, boca oberta, somriure
😅 cara somrient amb una gota de suor, somriure, suor freda
😂 cara amb llàgrimes d’alegria
🤣 cara que es peta de riure, partir-se, petar-se de riure, pixar-se
🙂 cara que somriu una mica, somriure tímid
🙃 cara de cap per avall, revés
😉 cara que pica l’ullet
😊 cara somrient amb els ulls alegres, galtes vermelles, somriure
😇 cara somrient amb aurèola, angelet, halo, sant, santa
🥰 cara somrient amb 3 cors, amor, cara somrient amb cors, enamorada, enamorament, enamorat
😍 cara somrient amb ulls en forma de cor, amor
😘 cara que llança un petó, amor, cor
😋 cara que assaboreix menjar, deliciós, llengua, llépol, nyam, somriure
😜 cara que fa llengotes i pica l’ullet, llengota, llengua
🤗 cara amb abraçada
🤔 cara pensativa, pensant, pensatiu
🤨 cara amb una cella aixecada, desconfiada, desconfiat, escèptic, escèptica
😐 cara neutra, neutral
😏 cara somrient amb superioritat, somriure astut
🙄 cara amb els ulls en blanc
😬 cara que fa una ganyota amb les dents
😌 cara d’alleujament
😴 cara de dormir, dormint, son, zzz
🤒 cara amb termòmetre, malalt, malalta, malaltia
🥳 cara festiva, barret, celebració, espanta-sogres, festa
😎 cara somrient amb ulleres de sol
🤓 cara de setciències, aplicada, aplicat, estudiar, estudiós, estudiosa
😕 cara de confusió, confós, confosa
😟 cara de preocupació, preocupada, preocupat
🙁 cara una mica arrufada, emmurriat, empipat, enfadat
😮 cara amb la boca oberta
😳 cara enrojolada, galtes vermelles, vergonya
🥺 cara de súplica, pietat, ulls de cadell
😢 cara que plora, llàgrimes, trist, trista
😭 cara que plora desconsoladament, llàgrimes de desconsol
😱 cara que crida de por, crit de por, pànic, terror
😤 cara que treu fum del nas, victòria
😡 cara enutjada, cara vermella, enutjat
🤯 cap que explota, estupefacta, estupefacte
😷 cara amb mascareta, cara amb màscara, malaltia, màscara
👋 mà que saluda, salutació
🤚 revers de la mà, alçada
✋ mà aixecada, cos
👌 senyal d’aprovació amb la mà, acceptació, mà d’acceptació, ok
🤞 dits creuats, sort
✌️ senyal de la victòria
👍 polze cap amunt
👎 polze cap avall
👊 cop de puny, a prop, mà
👏 mans que aplaudeixen, aplaudiment, aplaudint
🙌 mans enlaire, celebració, hurra, mans aixecades
🤝 encaixada de mans, acord, salutació
🙏 mans ajuntades, gràcies, pregar, si us plau
💪 bíceps tensat, flexió de bíceps, forçut, múscul
👀 ulls, cara, cos
🤷 persona que arronsa les espatlles, arronsar, ni idea
🙋 persona amb la mà aixecada, persona contenta que aixeca la mà, somriure
❤️ cor vermell
🧡 cor taronja
💛 cor groc
💚 cor verd
💙 cor blau
💜 cor lila
🖤 cor negre
🤍 cor blanc
💔 cor trencat, trencar
💖 cor espurnejant, espurneig
💯 100 punts, cent punts, puntuació
💥 col·lisió, còmic, esclat
✨ espurnes, *, espurna, estrella
⭐ estrella
🔥 foc, eina, flama
🎉 tub de confeti, celebració, festa
🐶 cara de gos
🐱 cara de gat
🐭 cara de ratolí
🐰 cara de conill
🦊 guineu, cara
🐻 cara d’os
🐼 panda, cara
🐵 cara de mona
🦄 unicorn, cara
🐝 abella, insecte
🦋 papallona, animal, insecte
🌸 flor de cirerer
🌹 rosa, flor, planta
🌻 gira-sol, flor, planta
🌳 arbre de fulla caduca
🌱 brot, nou, planta
🍀 trèvol de quatre fulles, 4
🌈 arc de Sant Martí, pluja, temps
☀️ sol, assolellat, solejat, temps
🌧️ núvol amb pluja, temps
❄️ floc de neu, fred, volva de neu
🌙 lluna creixent
🍎 poma vermella, fruita
🍋 llimona, cítric, fruita, planta
🍓 maduixa, baia, fruita, planta
🥑 alvocat, fruita, menjar
🍕 pizza, formatge, porció, tall
🍔 hamburguesa
🍟 patates fregides
🥗 amanida, bol, enciam, menjar, verd
🍣 sushi, cru, peix
🍰 porció de pastís
🍫 rajola de xocolata
🍪 galeta, dolç, postres
☕ beguda calenta, cafè, te, xocolata calenta
🍵 tassa de te
🍷 copa de vi
🍺 gerra de cervesa
🥂 brindis, cava, copes, xampany, xin-xin
⚽ pilota de futbol
🏀 pilota de bàsquet
🎾 tennis, pilota, raqueta, raqueta i pilota de tennis, tenis
🏆 trofeu, premi
🎮 videojoc, comandament de consola, comandament de joc, comandament de videoconsola
🎵 nota musical, música
🎁 regal embolicat, celebració
🎂 pastís d’aniversari, celebració, dolç, postres
🎈 globus, celebració
🚗 automòbil, cotxe, vehicle
🚲 bicicleta, vehicle
✈️ avió, aeroplà, vehicle, vol
🚀 coet, espacial, espai, vehicle
🏠 casa, edifici, llar
🏖️ platja amb para-sol
⛰️ muntanya
🗺️ mapa del món
📱 telèfon mòbil
💻 ordinador portàtil, equip, PC, personal
📷 càmera, vídeo
💡 bombeta, còmic, electricitat, idea, llum
🔑 clau, bloqueig, contrasenya
🔒 cadenat tancat, tancar
📦 paquet, caixa
📎 clip
📄 pàgina, amunt, document, pàgina cap amunt
📅 calendari, data
📌 xinxeta, agulla
✏️ llapis
🔍 lupa cap a l’esquerra, buscar, eina
💰 bossa de diners, dòlar
💳 targeta de crèdit
🛒 carretó, compra
🚚 camió de repartiment
🛠️ martell i clau anglesa, eina
⏰ despertador, alarma, rellotge
📞 auricular de telèfon
✉️ sobre, carta, correu, correu electrònic, mail
📣 megàfon, animar, aplaudiments
✅ botó de marca de verificació, ✓, selecció
❌ marca de creu, ×, cancel·lar, multiplicació, multiplicar, x
❗ signe d’exclamació vermell, !, puntuació
❓ signe d’interrogació vermell, ?, puntuació
⚠️ advertència, avís
ℹ️ informació, punt d’informació
➡️ fletxa cap a la dreta, direcció, est
⬅️ fletxa cap a l’esquerra, direcció, oest
🔄 botó de fletxes que giren cap a l’esquerra, fletxes en sentit antihorari, sentit antihorari
🆗 botó OK, d’acord, paraula
🚫 prohibit, accés, no passeu, prohibició
💬 bafarada de parlar, còmic, diàleg`,
}

import type { EmojiStrings } from './emoji.en.ts'

export const emojiEs: EmojiStrings = {
  search: 'Buscar emojis',
  none: 'No hay ninguno',
  recent: 'Recientes',
  groups: [
    'Caras',
    'Manos',
    'Corazones y chispas',
    'Naturaleza',
    'Comida y bebida',
    'Ocio y lugares',
    'Cosas',
    'Signos',
  ],
  names: `
😀 cara sonriendo, divertido, feliz, sonrisa
😃 cara sonriendo con ojos grandes, divertido, risa
😄 cara sonriendo con ojos sonrientes, abierta, sonrisa
😁 cara radiante con ojos sonrientes, risa, sonrisa
😆 cara sonriendo con los ojos cerrados, abierta, boca, risa
😅 cara sonriendo con sudor frío, risa
😂 cara llorando de risa, felicidad, lágrima
🤣 cara revolviéndose de la risa, carcajada, ojos cerrados
🙂 cara sonriendo ligeramente, sonrisa
🙃 cara al revés
😉 cara guiñando el ojo, guiño
😊 cara feliz con ojos sonrientes, rubor, sonrisa
😇 cara sonriendo con aureola, ángel, halo, sonrisa
🥰 cara sonriendo con corazones, adorar, amor, enamorada, enamorado
😍 cara sonriendo con ojos de corazón, amor, sonrisa
😘 cara lanzando un beso
😋 cara saboreando comida, delicioso, hambre, rico
😜 cara sacando la lengua y guiñando un ojo, guiño
🤗 cara con manos abrazando, abrazo, sonrisa
🤔 cara pensativa, duda, pensando
🤨 cara con ceja alzada, desconfiado, escéptico
😐 cara neutral, inexpresivo
😏 cara sonriendo con superioridad, listillo
🙄 cara con ojos en blanco, frustración, vueltos
😬 cara haciendo una mueca
😌 cara de alivio, aliviado
😴 cara durmiendo, dormido, sueño, zzz
🤒 cara con termómetro, enfermo, malo
🥳 cara de fiesta, capirote, celebración, gorro, matasuegras
😎 cara sonriendo con gafas de sol, guay
🤓 cara de empollón, friki, friqui
😕 cara de confusión, confuso
😟 cara preocupada, preocupación, preocupado
🙁 cara con el ceño ligeramente fruncido
😮 cara con la boca abierta
😳 cara sonrojada, colorado, sonrojado
🥺 cara suplicante, implorar, ojos adorables, piedad, por favor
😢 cara llorando, lágrima, llorar, triste
😭 cara llorando fuerte, lágrima, llorar, triste
😱 cara gritando de miedo, asustado, pánico
😤 cara resoplando, cabreo, enfado
😡 cara cabreada, cabreo, enfadado, furia
🤯 cabeza explotando, explosión
😷 cara con mascarilla médica, enfermo, malo, máscara
👋 mano saludando, agitar, saludar, saludo
🤚 dorso de la mano, levantado
✋ mano levantada, choca esos cinco
👌 señal de aprobación con la mano, ok
🤞 dedos cruzados, cruzar, mano, suerte
✌️ mano con señal de victoria
👍 pulgar hacia arriba, mano, señal
👎 pulgar hacia abajo, mano, señal
👊 puño cerrado, puñetazo
👏 manos aplaudiendo, aplaudir, palmas, señal
🙌 manos levantadas celebrando, celebración, gesto, hurra
🤝 apretón de manos, acuerdo
🙏 manos en oración, gracias, orar, por favor, rezar
💪 bíceps flexionado, cómic, fuerte, músculo
👀 ojos, cara
🤷 persona encogida de hombros, duda, encogerse, indiferencia
🙋 persona con la mano levantada, feliz, gesto, levantar
❤️ corazón rojo, emoción
🧡 corazón naranja, emoción
💛 corazón amarillo, emoción
💚 corazón verde, emoción
💙 corazón azul, emoción
💜 corazón morado, emoción
🖤 corazón negro
🤍 corazón blanco, emoción
💔 corazón roto, emoción, partido
💖 corazón brillante, amor, emoción
💯 cien puntos, 100, pleno
💥 colisión, cómic
✨ chispas, *, bengala, estrellas
⭐ estrella, estelar
🔥 fuego, llama
🎉 cañón de confeti, celebración, fiesta
🐶 cara de perro, mascota
🐱 cara de gato, mascota
🐭 cara de ratón
🐰 cara de conejo, mascota
🦊 zorro, cara
🐻 oso, cara
🐼 panda, cara, oso panda
🐵 cara de mono
🦄 unicornio, cara
🐝 abeja, insecto, miel
🦋 mariposa, bonito, insecto
🌸 flor de cerezo
🌹 rosa, flor
🌻 girasol, flor
🌳 árbol de hoja caduca, caducifolio
🌱 planta joven, plantón
🍀 trébol de cuatro hojas, suerte
🌈 arcoíris, colores, lluvia
☀️ sol, espacio, rayos, soleado
🌧️ nube con lluvia
❄️ copo de nieve, frío
🌙 luna, creciente, espacio
🍎 manzana roja, fruta, poma
🍋 limón, cítrico, citrón, fruta
🍓 fresa, fresón, fruta
🥑 aguacate, comida, fruta
🍕 pizza, porción, restaurante
🍔 hamburguesa, burger
🍟 patatas fritas, papas fritas, restaurante
🥗 ensalada, bol, comida, verde
🍣 sushi, restaurante
🍰 trozo de tarta, pedazo de tarta, restaurante
🍫 tableta de chocolate, barra, restaurante
🍪 galleta, dulce, pasta, postre
☕ bebida caliente, café, té
🍵 tazón de té, bebida, taza
🍷 copa de vino, bar, bebida, vaso
🍺 jarra de cerveza, bar, restaurante
🥂 copas brindando, bebida, brindar, brindis, celebración
⚽ balón de fútbol
🏀 balón de baloncesto, canasta, deporte
🎾 pelota de tenis, deporte
🏆 trofeo, premio
🎮 mando de videoconsola, juego, videojuego
🎵 nota musical, música
🎁 regalo, celebración, envoltorio, presente, regalo envuelto
🎂 tarta de cumpleaños, celebración
🎈 globo, celebración
🚗 coche, automóvil, vehículo
🚲 bicicleta, vehículo
✈️ avión, aeroplano
🚀 cohete, espacio, vehículo
🏠 casa, vivienda
🏖️ playa y sombrilla
⛰️ montaña, monte
🗺️ mapa mundial, mapamundi, mundo
📱 teléfono móvil, celular
💻 ordenador portátil, pc, personal
📷 cámara de fotos
💡 bombilla, cómic, electricidad, idea, luz
🔑 llave, contraseña
🔒 candado cerrado, cerrar
📦 paquete, caja
📎 clip
📄 página hacia arriba, anverso, documento
📅 calendario, fecha
📌 chincheta, tachuela
✏️ lápiz, escolar, escribir, lapicero
🔍 lupa orientada hacia la izquierda, buscar
💰 bolsa de dinero, bolsa de dólares
💳 tarjeta de crédito
🛒 carrito de la compra, carro, supermercado
🚚 camión de reparto, mercancías, transporte, vehículo
🛠️ martillo y llave inglesa, herramienta
⏰ reloj despertador, alarma
📞 auricular de teléfono, comunicación
✉️ sobre, carta, correo
📣 megáfono, comunicación
✅ botón de marca de verificación, ✓, selección
❌ marca de cruz, ×, cancelar, marca de tachado, tachar, x
❗ exclamación roja, !, puntuación, signo de exclamación
❓ interrogación roja, ?, pregunta, puntuación, signo de interrogación
⚠️ advertencia, cuidado, señal
ℹ️ información
➡️ flecha hacia la derecha, dirección, este
⬅️ flecha hacia la izquierda, oeste
🔄 flechas en sentido antihorario, dirección, señal de recarga
🆗 botón OK, ok
🚫 prohibido, entrar, no, pasar, prohibición
💬 bocadillo de diálogo, cómic, conversación`,
}

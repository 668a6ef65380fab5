import type { EmojiStrings } from './emoji.en.ts'

export const emojiPt: EmojiStrings = {
  search: 'Pesquisar emojis',
  none: 'Nada encontrado',
  recent: 'Recentes',
  groups: [
    'Caras',
    'Mãos',
    'Corações e faíscas',
    'Natureza',
    'Comida e bebida',
    'Lazer e lugares',
    'Objetos',
    'Sinais',
  ],
  names: `
😀 rosto risonho, lol, rindo, risada
😃 rosto risonho com olhos bem abertos, boca, sorriso
😄 rosto risonho com olhos sorridentes, aberta, boca, sorriso
😁 rosto contente com olhos sorridentes, rosto rindo com olhos sorridentes, sorriso, sorriso aberto
😆 rosto risonho com olhos semicerrados, gargalhada, olhos fechados, sorriso com olhos fechados
😅 rosto risonho com gota de suor, sorriso com suor frio, suor frio
😂 rosto chorando de rir, alegria, lágrimas, rosto com lágrimas de alegria
🤣 rolando no chão de rir, gargalhada, rosto
🙂 rosto levemente sorridente, sorriso
🙃 rosto de cabeça para baixo, rosto invertido
😉 rosto com olho piscando, piscada
😊 rosto sorridente com olhos sorridentes, olhos sorrindo, rosto sorrindo, ruborizar
😇 rosto sorridente com auréola, anjo, inocente
🥰 rosto sorridente com 3 corações, amor, apaixonado, paixão
😍 rosto sorridente com olhos de coração, amor
😘 rosto mandando um beijo
😋 rosto saboreando comida, delicioso, gostoso, nham, sorriso
😜 rosto piscando e com língua para fora, brincadeira, língua para fora com piscadela, piscadela, provocação
🤗 rosto abraçando, abraço, mãos abraçando
🤔 rosto pensativo, mão no queixo, pensando
🤨 rosto com sobrancelha levantada, cético, desconfiança
😐 rosto neutro, sem comentários, sem emoção
😏 rosto com sorriso maroto, sorriso malicioso
🙄 rosto com olhos revirados, revirando os olhos
😬 rosto expressando desagrado, fazendo careta, rosto fazendo careta
😌 rosto aliviado, alívio
😴 rosto dormindo, sono, zzz
🤒 rosto com termômetro, de cama, febre, febril
🥳 rosto festivo, apito, chapéu, comemoração, festa
😎 rosto sorridente com óculos escuros, sol, sorrindo, sorrindo de óculos escuros
🤓 rosto de nerd, cdf, estudioso, sabe-tudo
😕 rosto confuso, indeciso
😟 rosto preocupado
🙁 rosto meio triste, tristinho
😮 rosto com boca aberta, empatia
😳 rosto ruborizado, atordoado
🥺 rosto implorando, olhar de cachorrinho, perdão
😢 rosto chorando, lágrimas, triste
😭 rosto chorando aos berros, chorar, lágrimas
😱 rosto gritando de medo, assustado, temeroso
😤 rosto soltando vapor pelo nariz, triunfo, vitória
😡 rosto furioso, irado, rosto vermelho, rosto vermelho furioso, zangado
🤯 cabeça explodindo, chocado
😷 rosto com máscara médica, doente, gripado, resfriado
👋 mão acenando, aceno
🤚 dorso da mão levantado, levantada, palma, pare
✋ mão levantada, mão erguida
👌 sinal de ok, mão, mão sinalizando ok
🤞 dedos cruzados, mão, sorte
✌️ mão em V de vitória, mão com sinal de vitória, sim!
👍 polegar para cima, dedão, mão, sinal
👎 polegar para baixo, dedão, mão, sinal
👊 soco, mão, punho
👏 mãos aplaudindo, aplauso, sinal
🙌 mãos para cima, ambas as mãos, comemoração, levantando ambas as mãos para comemorar
🤝 aperto de mãos, combinado, cumprimento
🙏 mãos juntas, gesto, reza, rezando, rezar
💪 bíceps, contraído, engraçado, forte, músculo
👀 olhos, rosto
🤷 pessoa dando de ombros, dar de ombros, ignorância, indiferença
🙋 pessoa levantando a mão, feliz, gesto
❤️ coração vermelho, amor
🧡 coração laranja, emoção
💛 coração amarelo, emoção
💚 coração verde, emoção
💙 coração azul, emoção
💜 coração roxo, emoção
🖤 coração preto, negro
🤍 coração branco
💔 coração partido, decepção amorosa, emoção, rompimento
💖 coração brilhante, amor, emoção, emocionante
💯 cem pontos, 100, 100 pontos, pontuação, pontuação total
💥 colisão, emoção, engraçado, símbolo de colisão
✨ brilhos, *, estrelas, estrelas brilhantes
⭐ estrela branca média
🔥 fogo, chama
🎉 cone de festa, alegria, comemoração
🐶 rosto de cachorro, animal
🐱 rosto de gato, animal
🐭 rosto de camundongo, animal
🐰 rosto de coelho, animal
🦊 rosto de raposa
🐻 rosto de urso, animal
🐼 rosto de panda, animal
🐵 rosto de macaco, animal
🦄 rosto de unicórnio
🐝 abelha, inseto
🦋 borboleta, beleza, inseto
🌸 flor de cerejeira, cereja
🌹 rosa, flor
🌻 girassol, flor
🌳 árvore caidiça, desfolha
🌱 muda de planta, plantinha
🍀 trevo de quatro folhas
🌈 arco-íris, chuva, clima
☀️ sol, clima, dia claro, raios, solar, tempo
🌧️ nuvem com chuva, clima
❄️ floco de neve, clima, frio
🌙 lua crescente
🍎 maçã vermelha, fruta
🍋 limão, cítrico, fruta, limão siciliano
🍓 morango, fruta, frutas vermelhas
🥑 abacate, comida, fruta
🍕 pizza, fatia de pizza
🍔 hambúrguer
🍟 batata frita, fritas
🥗 salada verde, comida
🍣 sushi, comida japonesa
🍰 pão de ló de morango, bolo, fatia, fatia de bolo, sobremesa
🍫 chocolate, barra, barra de chocolate
🍪 biscoito, bolacha, cookie, doce
☕ café, cafezinho, chá
🍵 xícara de chá sem alça, bebida
🍷 vinho, bar, bebida, cálice de vinho, taça de vinho
🍺 cerveja, bar, caneca, caneca de cerveja, chopp
🥂 taças brindando, brinde, champanhe, comemoração, tim-tim
⚽ bola de futebol
🏀 bola de basquete, cesta, cesta de basquete
🎾 tênis, bola, bola de tênis, raquete de tênis
🏆 troféu, prêmio
🎮 videogame, controle, controle de videogame, jogo
🎵 nota musical, música
🎁 presente, comemoração, embrulhado, mimo
🎂 bolo de aniversário, comemoração
🎈 balão, comemoração
🚗 carro, automóvel, veículo
🚲 bicicleta, veículo
✈️ avião, aéreo, veículo
🚀 foguete, veículo
🏠 casa, construção
🏖️ praia e guarda-sol
⛰️ montanha
🗺️ mapa-múndi, geografia, mundo
📱 telefone celular, telefone móvel
💻 laptop, computador, PC, pessoal
📷 câmera, vídeo
💡 lâmpada, elétrica, ideia, luz, quadrinhos
🔑 chave, senha
🔒 cadeado, fechado, trancado
📦 pacote, caixa, embrulho
📎 clipe de papel
📄 página voltada para cima, documento, página com a parte da frente para cima, parte da frente para cima
📅 calendário, data, datas
📌 tacha, alfinete
✏️ lápis
🔍 lupa para a esquerda, ferramenta, lente de aumento, pesquisa
💰 saco de dinheiro
💳 cartão de crédito, dinheiro
🛒 carrinho de compras, mercado
🚚 caminhão de entrega, veículo
🛠️ martelo e chave-inglesa, ferramenta
⏰ despertador, alarme, relógio
📞 telefone, aparelho de telefone, comunicação
✉️ envelope, carta, correspondência, e-mail, email
📣 megafone, aplausos, comunicação
✅ marca de seleção branca, ✓, botão, verificação
❌ xis, ×, cancelar, multiplicação, multiplicar, X
❗ ponto de exclamação vermelho, !, pontuação
❓ ponto de interrogação vermelho, ?, pergunta, pontuação, sinal
⚠️ aviso, sinal
ℹ️ informações, símbolo, símbolo de informações
➡️ seta para a direita, direção, leste
⬅️ seta para a esquerda, direção, oeste
🔄 botão de setas em sentido anti-horário, botão de setas no sentido anti-horário
🆗 botão OK, símbolo “OK”
🚫 proibido, entrada, não, sinal
💬 balão de diálogo, balão de conversa, engraçado`,
}

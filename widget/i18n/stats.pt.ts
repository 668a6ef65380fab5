import type { StatsStrings } from './stats.en.ts'

export const statsPt: StatsStrings = {
  title: 'Estatísticas',
  period: 'Período',
  lastDays: { one: '{count} dia', other: '{count} dias' },
  otherPeriod: 'Outro',
  from: 'De',
  to: 'Até',
  site: 'Site',
  everySite: 'Todos os sites',
  timeZone: 'Fuso horário',
  usualZones: 'Os vossos',
  otherZones: 'Todos',
  csv: 'CSV',
  csvHint: 'Transferir as conversas como tabela',
  csvFailed: 'Não foi possível transferir a tabela.',
  loading: 'A calcular…',
  failed: 'Não foi possível carregar os números',
  oddPeriod: 'Escolha um primeiro dia que não seja posterior ao último, e no máximo um ano.',
  empty: 'Não há conversas neste período',
  emptyHint: 'Escolha um mais longo, ou outro site.',
  longer: 'Ver os últimos 90 dias',
  what: 'O que é “{figure}”?',

  figures: {
    conversations: 'Conversas',
    firstResponse: 'Primeira resposta',
    resolution: 'Até fechar',
    rating: 'Avaliação',
    missed: 'Perdidas',
  },
  explained: {
    conversations:
      'Conversas abertas no período em que se disse algo que o visitante viu. Contam no dia em que foram abertas, aconteça o que acontecer depois.',
    firstResponse:
      'Da primeira mensagem do visitante à primeira resposta da equipa: metade das conversas atendidas demorou isto ou menos. As horas de fecho também contam; uma nota não é resposta.',
    resolution:
      'Da primeira mensagem do visitante ao fecho: metade das conversas fechadas demorou isto ou menos. Se uma foi reaberta, conta o último fecho.',
    rating: 'A média das notas de 1 a 5 que os visitantes deram, e quantos deram uma.',
    missed: 'Das conversas atendidas ou perdidas, a parte que se fechou sem que ninguém respondesse.',
    byDay: 'Cada conversa conta no dia em que foi aberta. Prima uma barra para ver as suas conversas.',
    byHour:
      'Quando foram abertas, por dia e hora da semana no fuso escolhido. Prima um quadrado para as ver; as setas movem.',
    byCommercial: 'Conversas conforme quem respondeu primeiro, com a mediana e a avaliação.',
    distribution: 'Quanto o visitante esperou pela primeira resposta, nas conversas atendidas.',
  },
  outOfFive: '{score} / 5',
  nothingYet: 'Ainda nada',
  more: 'mais {share} {versus}',
  fewer: 'menos {share} {versus}',
  sameAsBefore: 'as mesmas que antes',
  faster: '{time} mais rápida (mediana)',
  slower: '{time} mais lenta (mediana)',
  asFast: 'como antes (mediana)',
  pointsUp: 'mais {points} pontos',
  pointsDown: 'menos {points} pontos',
  versus: { one: 'do que no dia anterior', other: 'do que nos {count} dias anteriores' },
  ratings: { one: '{count} avaliação', other: '{count} avaliações' },
  closed: { one: '{count} está fechada', other: '{count} estão fechadas' },
  conversationsCount: { one: '{count} conversa', other: '{count} conversas' },
  nineInTen: 'nove em cada dez em {time}',

  byDay: 'Conversas por dia',
  byWeek: 'Conversas por semana',
  outcomes: {
    answered: 'Atendidas',
    missed: 'Perdidas',
    waiting: 'À espera',
    started: 'Começadas pela equipa',
  },
  bar: '{day}: {answered} atendidas, {missed} perdidas, {all} no total',
  tip: '{day} · {answered} atendidas, {missed} perdidas',
  asTable: 'Como tabela',
  day: 'Dia',
  days: 'Dias',
  all: 'Todas',
  between: '{from} – {to}',

  byHour: 'Quando vos escrevem',
  hour: '{day}, {hour}: {conversations}',
  peak: 'O pico é {day} das {from} às {to}.',

  byCommercial: 'Equipa',
  commercial: 'Comercial',
  gone: 'Alguém que já não está',
  answered: 'Atendidas',
  firstResponse: '1.ª resposta',
  rating: 'Avaliação',
  noAnswers: 'Ninguém respondeu a conversas deste período.',

  distribution: 'Primeira resposta',
  within: '{share} em {time}',
  under: 'menos de {to}',
  range: '{from} – {to}',
  over: 'mais de {from}',

  advice: 'O que fazer',
  findings: {
    waiting: {
      one: '{count} conversa deste período ainda espera a primeira resposta.',
      other: '{count} conversas deste período ainda esperam a primeira resposta.',
    },
    missedDay:
      '{missed} das {all} perdidas chegaram em {day}. Ponha alguém nesse dia, ou diga no horário que está fechado.',
    slowTail:
      'Uma em cada dez espera mais de {time}. Reduza as conversas por pessoa, ou faça voltar à fila as que ninguém responde.',
    slower:
      'A primeira resposta demora mais {time} do que no período anterior. Veja se há gente suficiente online à hora de pico.',
    unhappy: {
      one: '{count} conversa recebeu um 1 ou um 2. Leia-a: diz o que melhorar.',
      other: '{count} conversas receberam um 1 ou um 2. Leia-as: dizem o que melhorar.',
    },
    oneCarries:
      '{name} responde a {share} das conversas. Faça com que sejam dadas à vez, para que uma ausência não se note.',
    good: 'Nada chama a atenção: responde-se a quase tudo, e depressa.',
  },
  see: 'Vê-las',
  seeDay: 'Ver as de {day}',

  chatsOf: 'Conversas: {what}',
  loadingChats: 'A carregar conversas…',
  chatsFailed: 'Não foi possível carregar as conversas',
  noChats: 'Já não há nenhuma: mudou entretanto.',
  close: 'Fechar',
  rated: 'nota {score}',
}

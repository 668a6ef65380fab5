import type { StatsStrings } from './stats.en.ts'

export const statsEs: StatsStrings = {
  title: 'Estadísticas',
  period: 'Periodo',
  lastDays: { one: '{count} día', other: '{count} días' },
  otherPeriod: 'Otro',
  from: 'Desde',
  to: 'Hasta',
  site: 'Sitio',
  everySite: 'Todos los sitios',
  timeZone: 'Zona horaria',
  usualZones: 'Las vuestras',
  otherZones: 'Todas',
  csv: 'CSV',
  csvHint: 'Descargar las conversaciones como tabla',
  csvFailed: 'No se ha podido descargar la tabla.',
  loading: 'Calculando…',
  failed: 'No se han podido cargar las cifras',
  oddPeriod: 'Elige un primer día que no sea posterior al último, y como mucho un año.',
  empty: 'No hay conversaciones en este periodo',
  emptyHint: 'Elige uno más largo, u otro sitio.',
  longer: 'Ver los últimos 90 días',
  what: '¿Qué es «{figure}»?',

  figures: {
    conversations: 'Conversaciones',
    firstResponse: 'Primera respuesta',
    resolution: 'Hasta cerrar',
    rating: 'Valoración',
    missed: 'Perdidas',
  },
  explained: {
    conversations:
      'Chats abiertos en el periodo en los que se dijo algo que el visitante vio. Cuentan el día en que se abrieron, pase lo que pase después.',
    firstResponse:
      'Del primer mensaje del visitante a la primera respuesta del equipo: la mitad de las conversaciones atendidas tardó eso o menos. Las horas de cierre también cuentan; una nota no es respuesta.',
    resolution:
      'Del primer mensaje del visitante al cierre: la mitad de las conversaciones cerradas ahora tardó eso o menos. Si se reabrió una, cuenta su último cierre.',
    rating: 'La media de las notas del 1 al 5 que dieron los visitantes, y cuántos la dieron.',
    missed: 'De las conversaciones atendidas o perdidas, la parte que se cerró sin que nadie contestara.',
    byDay: 'Cada conversación cuenta el día en que se abrió. Pulsa una barra para ver sus conversaciones.',
    byHour:
      'Cuándo se abrieron, por día y hora de la semana en la zona horaria elegida. Pulsa un cuadro para verlas; las flechas mueven.',
    byCommercial: 'Conversaciones según quién contestó primero, con su mediana y su valoración.',
    distribution: 'Cuánto esperó el visitante la primera respuesta, en las conversaciones atendidas.',
  },
  outOfFive: '{score} / 5',
  nothingYet: 'Aún no hay',
  more: '{share} más {versus}',
  fewer: '{share} menos {versus}',
  sameAsBefore: 'las mismas que antes',
  faster: '{time} más rápida (mediana)',
  slower: '{time} más lenta (mediana)',
  asFast: 'igual que antes (mediana)',
  pointsUp: '{points} puntos más',
  pointsDown: '{points} puntos menos',
  versus: { one: 'que el día previo', other: 'que los {count} días previos' },
  ratings: { one: '{count} valoración', other: '{count} valoraciones' },
  closed: { one: '{count} está cerrada', other: '{count} están cerradas' },
  conversationsCount: { one: '{count} conversación', other: '{count} conversaciones' },
  nineInTen: 'nueve de cada diez en {time}',

  byDay: 'Conversaciones por día',
  byWeek: 'Conversaciones por semana',
  outcomes: {
    answered: 'Atendidas',
    missed: 'Perdidas',
    waiting: 'Esperan',
    started: 'Empezadas por el equipo',
  },
  bar: '{day}: {answered} atendidas, {missed} perdidas, {all} en total',
  tip: '{day} · {answered} atendidas, {missed} perdidas',
  asTable: 'Como tabla',
  day: 'Día',
  days: 'Días',
  all: 'Todas',
  between: '{from} – {to}',

  byHour: 'Cuándo os escriben',
  hour: '{day}, {hour}: {conversations}',
  peak: 'El pico es el {day} de {from} a {to}.',

  byCommercial: 'Equipo',
  commercial: 'Comercial',
  gone: 'Alguien que ya no está',
  answered: 'Atendidas',
  firstResponse: '1.ª respuesta',
  rating: 'Valoración',
  noAnswers: 'Nadie ha contestado conversaciones de este periodo.',

  distribution: 'Primera respuesta',
  within: '{share} dentro de {time}',
  under: 'menos de {to}',
  range: '{from} – {to}',
  over: 'más de {from}',

  advice: 'Qué hacer',
  findings: {
    waiting: {
      one: '{count} conversación de este periodo sigue esperando su primera respuesta.',
      other: '{count} conversaciones de este periodo siguen esperando su primera respuesta.',
    },
    missedDay:
      '{missed} de las {all} perdidas llegaron en {day}. Pon a alguien ese día, o di en el horario que está cerrado.',
    slowTail:
      'Una de cada diez espera más de {time}. Baja las conversaciones que se dan a cada persona, o haz que vuelvan a la cola las que nadie contesta.',
    slower:
      'La primera respuesta tarda {time} más que en el periodo previo. Mira si hay bastante gente en línea a la hora del pico.',
    unhappy: {
      one: '{count} conversación recibió un 1 o un 2. Léela: dice qué arreglar.',
      other: '{count} conversaciones recibieron un 1 o un 2. Léelas: dicen qué arreglar.',
    },
    oneCarries:
      '{name} contesta el {share} de las conversaciones. Que el reparto las dé por turno, para que una ausencia no se note.',
    good: 'Nada llama la atención: se contesta casi todo, y pronto.',
  },
  see: 'Verlas',
  seeDay: 'Ver las del {day}',

  chatsOf: 'Conversaciones: {what}',
  loadingChats: 'Cargando conversaciones…',
  chatsFailed: 'No se han podido cargar las conversaciones',
  noChats: 'Ya no hay ninguna: ha cambiado mientras tanto.',
  close: 'Cerrar',
  rated: 'nota {score}',
}

import type { PersonalStrings } from './personal.en.ts'

export const personalEs: PersonalStrings = {
  close: 'Cerrar',
  notSaved: 'No se ha guardado: {reason}',
  loading: 'Cargando…',

  callNewChat: 'Conversación nueva · {name}',
  callMention: '{name} te menciona · {visitor}',

  notifications: 'Avisos',
  notificationsIntro: 'Cómo te avisamos cuando alguien escribe. Igual en todos tus dispositivos.',
  whatFor: 'Para qué',
  kinds: {
    newChat: 'Una conversación que nadie ha tomado',
    message: 'Un mensaje en una de las tuyas',
    mention: 'Una nota que te menciona',
  },
  shown: 'Aviso',
  heard: 'Sonido',
  hear: 'Escuchar: {what}',
  volume: 'Volumen',
  repeat: 'Repetir hasta que se lea',
  repeatHint: 'Suena cada 30 segundos mientras siga esperando.',
  quietHours: 'Horas de silencio',
  quietHoursHint: 'No suena ni se muestra nada. El número de la pestaña sigue ahí.',
  quietFrom: 'Desde las',
  quietTo: 'Hasta las',
  quietZone: 'En la hora de {zone}',
  push: 'También con la consola cerrada',
  pushHint: 'Este navegador muestra entonces lo que nadie ha leído pasados unos segundos.',
  pushUnsupported:
    'Este navegador no puede hacerlo aquí. En un iPhone, añade antes la consola a la pantalla de inicio.',
  pushDevices: 'Navegadores a los que se avisa',
  pushForget: 'No avisar más a {device}',
  pushTest: 'Enviar una prueba',
  pushTested: 'Enviado. Llega en un momento.',
  pushFailed: 'No ha funcionado. El navegador, o el servicio de avisos de su fabricante, no lo ha permitido.',
  thisBrowser: 'Este navegador',
  allow: 'Permitir avisos',
  permissions: {
    granted: 'Puede mostrar avisos, también con la consola detrás de otra ventana.',
    default: 'Aún no se le ha preguntado si puede mostrar avisos.',
    denied:
      'No muestra avisos: están bloqueados para esta página. Permítelos en los ajustes del navegador para ella.',
    unsupported: 'Aquí no muestra avisos. En un iPhone, añade antes la consola a la pantalla de inicio.',
  },
}

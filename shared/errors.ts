/**
 * Every refusal a client can meet: its HTTP status, and what to tell a person. The code is for programs and never
 * changes; the sentence is for people and says what to do.
 */
export const errors = {
  malformed: { status: 400, en: 'The request is not well-formed.', es: 'La petición está mal formada.' },
  unauthenticated: { status: 401, en: 'Sign in first.', es: 'Primero inicia sesión.' },
  invalid_token: { status: 401, en: 'This session is no longer valid.', es: 'Esta sesión ya no es válida.' },
  token_expired: { status: 401, en: 'This session has expired.', es: 'Esta sesión ha caducado.' },
  identity_invalid: {
    status: 401,
    en: 'The site could not vouch for you.',
    es: 'La web no ha podido responder por ti.',
  },
  wrong_credentials: { status: 401, en: 'Wrong e-mail or password.', es: 'Correo o contraseña incorrectos.' },
  wrong_password: {
    status: 403,
    en: 'This is not your current password.',
    es: 'Esa no es tu contraseña actual.',
  },
  forbidden: { status: 403, en: 'You may not do this.', es: 'No puedes hacer esto.' },
  visitor_blocked: {
    status: 403,
    en: 'You cannot write here any more.',
    es: 'Ya no puedes escribir aquí.',
  },
  internal_not_allowed: {
    status: 403,
    en: 'Only the team writes notes.',
    es: 'Solo el equipo escribe notas.',
  },
  edit_window_over: { status: 403, en: 'It is too late to change this.', es: 'Ya es tarde para cambiarlo.' },
  origin_not_allowed: {
    status: 403,
    en: 'This site is not on the list of allowed origins.',
    es: 'Esta web no está en la lista de orígenes permitidos.',
  },
  presence_off: {
    status: 403,
    en: 'This site does not want to know who only looks.',
    es: 'Esta web no quiere saber quién solo mira.',
  },
  not_found: { status: 404, en: 'There is nothing here.', es: 'Aquí no hay nada.' },
  chat_not_found: { status: 404, en: 'This chat does not exist.', es: 'Este chat no existe.' },
  message_not_found: { status: 404, en: 'This message does not exist.', es: 'Este mensaje no existe.' },
  visitor_not_found: { status: 404, en: 'This visitor does not exist.', es: 'Este visitante no existe.' },
  site_not_found: { status: 404, en: 'This site does not exist.', es: 'Esta web no existe.' },
  commercial_not_found: {
    status: 404,
    en: 'This person is not in the team.',
    es: 'Esta persona no está en el equipo.',
  },
  session_not_found: { status: 404, en: 'This session has ended.', es: 'Esta sesión ya ha terminado.' },
  invitation_not_found: {
    status: 404,
    en: 'This invitation does not exist any more.',
    es: 'Esta invitación ya no existe.',
  },
  reply_not_found: { status: 404, en: 'This reply does not exist.', es: 'Esta respuesta no existe.' },
  view_not_found: { status: 404, en: 'This view does not exist.', es: 'Esta vista no existe.' },
  macro_not_found: { status: 404, en: 'This macro does not exist.', es: 'Esta macro no existe.' },
  webhook_not_found: { status: 404, en: 'This webhook does not exist.', es: 'Este webhook no existe.' },
  method_not_allowed: { status: 405, en: 'This cannot be done here.', es: 'Esto no se puede hacer aquí.' },
  already_assigned: {
    status: 409,
    en: 'Somebody took this chat first.',
    es: 'Alguien ha cogido antes este chat.',
  },
  site_changed: {
    status: 409,
    en: 'Somebody has changed this meanwhile.',
    es: 'Alguien lo ha cambiado mientras tanto.',
  },
  visitor_left: {
    status: 409,
    en: 'They have left the site: nothing was sent.',
    es: 'Ya se ha ido de la web: no se ha enviado nada.',
  },
  chat_closed: {
    status: 409,
    en: 'This chat is closed. Reopen it to answer.',
    es: 'Este chat está cerrado. Reábrelo para contestar.',
  },
  chat_open: {
    status: 409,
    en: 'This chat is still open.',
    es: 'Esta conversación sigue abierta.',
  },
  other_chat_open: {
    status: 409,
    en: 'This visitor has another open chat.',
    es: 'Este visitante tiene otro chat abierto.',
  },
  other_site: {
    status: 409,
    en: 'These two visitors are of different sites.',
    es: 'Estos dos visitantes son de webs distintas.',
  },
  visitor_is_verified: {
    status: 409,
    en: 'The site vouches for this visitor: whoever else it is becomes this one, not the other way round.',
    es: 'La web responde por este visitante: es el otro quien se fusiona con él, y no al revés.',
  },
  visitor_is_blocked: {
    status: 409,
    en: 'One of these two visitors is blocked. Unblock them first.',
    es: 'Uno de estos dos visitantes está bloqueado. Desbloquéalo antes.',
  },
  idempotency_conflict: {
    status: 409,
    en: 'This message was already sent with another text.',
    es: 'Este mensaje ya se envió con otro texto.',
  },
  stale_reply: {
    status: 409,
    en: 'There are newer messages than you have seen.',
    es: 'Hay mensajes más nuevos que los que has visto.',
  },
  last_admin: {
    status: 409,
    en: 'There must be one admin at least.',
    es: 'Tiene que quedar al menos un administrador.',
  },
  email_taken: {
    status: 409,
    en: 'This e-mail already has an account.',
    es: 'Este correo ya tiene una cuenta.',
  },
  site_key_taken: {
    status: 409,
    en: 'Another site has this key.',
    es: 'Otra web tiene esta clave.',
  },
  shortcut_taken: {
    status: 409,
    en: 'Another reply has this shortcut.',
    es: 'Otra respuesta tiene este atajo.',
  },
  too_large: { status: 413, en: 'This is too large.', es: 'Esto es demasiado grande.' },
  file_type_not_allowed: {
    status: 415,
    en: 'Files of this kind cannot be sent here.',
    es: 'Aquí no se pueden enviar ficheros de este tipo.',
  },
  unsupported_media_type: { status: 415, en: 'Send JSON.', es: 'Envía JSON.' },
  invalid: {
    status: 422,
    en: 'Something in the request is not valid.',
    es: 'Algo en la petición no es válido.',
  },
  file_empty: { status: 422, en: 'This file is empty.', es: 'Este fichero está vacío.' },
  file_damaged: {
    status: 422,
    en: 'This picture cannot be read: it is damaged.',
    es: 'Esta imagen no se puede leer: está dañada.',
  },
  picture_too_large: {
    status: 422,
    en: 'This picture has too many pixels. Make it smaller.',
    es: 'Esta imagen tiene demasiados píxeles. Redúcela.',
  },
  attachment_unknown: {
    status: 422,
    en: 'This file was not uploaded to this chat.',
    es: 'Este fichero no se subió a este chat.',
  },
  assignee_unknown: {
    status: 422,
    en: 'This person does not answer this site.',
    es: 'Esta persona no atiende esta web.',
  },
  mention_unknown: {
    status: 422,
    en: 'Somebody named here does not answer this site.',
    es: 'Alguien a quien nombras no atiende esta web.',
  },
  rate_limited: { status: 429, en: 'Too fast. Wait a moment.', es: 'Demasiado rápido. Espera un momento.' },
  quota_exceeded: {
    status: 429,
    en: 'You have sent as many files as this chat can keep.',
    es: 'Has enviado todos los ficheros que este chat puede guardar.',
  },
  internal_error: {
    status: 500,
    en: 'Something failed on our side.',
    es: 'Algo ha fallado por nuestra parte.',
  },
  not_ready: {
    status: 503,
    en: 'The server cannot store anything right now. Try again in a moment.',
    es: 'El servidor no puede guardar nada ahora mismo. Inténtalo en un momento.',
  },
  disk_full: { status: 507, en: 'The server has no space left.', es: 'El servidor no tiene espacio.' },
} as const satisfies Record<string, { status: number; en: string; es: string }>

export type ErrorCode = keyof typeof errors

export interface Issue {
  readonly path: string
  readonly message: string
}

/** The body of every error. */
export interface ErrorBody {
  readonly code: ErrorCode
  readonly message: string
  readonly requestId: string
  readonly issues?: readonly Issue[]
}

/** Numbers that both sides obey. No imports: the browser takes these without taking a validator. */

/** Length of a message in UTF-16 units. */
export const MAX_CONTENT_LENGTH = 8_000
/** Size of a message in UTF-8 bytes: eight thousand family emoji are far more bytes than letters. */
export const MAX_CONTENT_BYTES = 16 * 1024
export const MAX_CLIENT_MESSAGE_ID_LENGTH = 64
/** Messages in a page of history, and in one page of the list on screen. */
export const PAGE_SIZE = 50
export const MAX_PAGE_SIZE = 100
/** A request body, and one socket payload. */
export const MAX_BODY_BYTES = 64 * 1024
/** What a page may say of its visitor, and how long each of it may be. */
export const MAX_ATTRIBUTES = 50
export const MAX_ATTRIBUTE_NAME_LENGTH = 60
export const MAX_ATTRIBUTE_LENGTH = 500
/** Of a page that a visitor looks at, in UTF-16 units. */
export const MAX_URL_LENGTH = 2_000
export const MAX_PAGE_TITLE_LENGTH = 300
/** A file's name in UTF-16 units. */
export const MAX_FILE_NAME_LENGTH = 200
export const EDIT_WINDOW_MS = 15 * 60_000
/** For how long a rating may be changed. A visitor who comes back within it finds the chat that ended. */
export const RATING_WINDOW_MS = 24 * 60 * 60_000
export const MAX_RATING_COMMENT_LENGTH = 1_000
/** Typing is told at most this often, and ends by itself after `TYPING_TTL_MS`. */
export const TYPING_THROTTLE_MS = 1_000
export const TYPING_TTL_MS = 5_000
/** Unread is counted exactly up to here; beyond, a badge says "99+" and nobody needs the exact number. */
export const MAX_UNREAD = 100
/** Of what is searched for. */
export const MAX_KEYWORD_LENGTH = 1_000
/** Tags of one chat, and the length of one. */
export const MAX_TAGS = 20
export const MAX_TAG_LENGTH = 40
export const MAX_SHORTCUT_LENGTH = 40
export const MAX_TITLE_LENGTH = 120
/** People that one note may name. */
export const MAX_MENTIONS = 20
/** How far ahead a chat may be put off. */
export const MAX_SNOOZE_MS = 366 * 24 * 60 * 60_000
export const CHAT_HEAD_INTERVAL_MS = 30_000
export const MIN_PASSWORD_LENGTH = 10
export const MAX_PASSWORD_LENGTH = 200
/** The most that a site may allow for one file. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024
/** Pixels on a side, within which a site may have pictures made smaller before they are sent. */
export const MIN_IMAGE_EDGE = 320
export const MAX_IMAGE_EDGE = 16_384
export const MAX_PRE_CHAT_FIELDS = 3
/** Addresses that are told what happens, of all sites together. */
export const MAX_WEBHOOKS = 50

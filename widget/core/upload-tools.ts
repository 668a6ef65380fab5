import { ApiError, isPassing, toFailure } from './api-error.ts'
import { parsed, refused } from './api.ts'
import { authorize } from './authorized.ts'

/**
 * What sending a file takes of the rest. Handed over and not imported by its chunk: a module that two chunks import becomes a third
 * file, which everybody who opens a chat would wait for.
 */
export const uploadTools = { ApiError, isPassing, toFailure, parsed, refused, authorize }
export type UploadTools = typeof uploadTools

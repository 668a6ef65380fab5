import type { FileStorage } from '../domain/storage.ts'
import type { Access } from './access.ts'
import { abandonedFiles, addFile, findFile, uploadRules } from './files.ts'
import { deleteFile } from './statements/files.ts'

/** What was uploaded; the bytes themselves are the file store's. */
export function fileStorage({ read, write }: Access): FileStorage {
  return {
    addFile: (uploader, file, quotas) => write((step) => addFile(step, uploader, { file, quotas })),
    uploadRules: (uploader, chatId, quotas) =>
      read(({ db }) => uploadRules(db, uploader, { chatId, quotas })),
    file: (audience, fileId) => read(({ db }) => findFile(db, audience, fileId)),
    abandonedFiles: (uploadedBefore) => read(({ db }) => abandonedFiles(db, uploadedBefore)),
    forgetFile: (fileId) => write(({ db }) => void db.run(deleteFile, fileId)),
  }
}

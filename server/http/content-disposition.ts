/** The header that names a file (RFC 6266): in ASCII for old readers, and whole, in UTF-8, for all others (RFC 8187). */
export function contentDisposition(kind: 'inline' | 'attachment', fileName: string): string {
  const fallback = fileName.replaceAll(/[^\x20-\x7e]|["%\\]/gu, '_')
  const whole = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${fallback}"; filename*=UTF-8''${whole}`
}

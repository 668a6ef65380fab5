/** The browser's request object, as far as an upload uses it: the test decides what becomes of each. */
export class FakeRequest extends EventTarget {
  static readonly sent: FakeRequest[] = []

  readonly upload = new EventTarget()
  readonly headers: Record<string, string> = {}
  withCredentials = false
  status = 0
  responseText = ''
  url = ''
  form: FormData | undefined
  isAborted = false
  #answerHeaders: Record<string, string> = {}

  open(_method: string, url: string): void {
    this.url = url
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value
  }

  getResponseHeader(name: string): string | null {
    return this.#answerHeaders[name] ?? null
  }

  send(form: FormData): void {
    this.form = form
    FakeRequest.sent.push(this)
  }

  abort(): void {
    this.isAborted = true
    this.#end('abort')
  }

  progress(loaded: number, total: number): void {
    this.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded, total }))
  }

  fail(): void {
    this.#end('error')
  }

  answer(status: number, body: unknown, headers: Record<string, string> = {}): void {
    this.status = status
    this.responseText = typeof body === 'string' ? body : JSON.stringify(body)
    this.#answerHeaders = headers
    this.#end('load')
  }

  #end(how: 'load' | 'error' | 'abort'): void {
    this.dispatchEvent(new Event(how))
    this.dispatchEvent(new Event('loadend'))
  }
}

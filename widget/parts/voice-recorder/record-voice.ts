/** As they are preferred: what Chromium and Firefox write, and what Safari does. The server knows all of them. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']
/** Speech needs no more. */
const BITS_PER_SECOND = 32_000
const SLICE_MS = 1_000

/** A recording under way. */
export interface Recording {
  /** For whoever shows how loud it is. */
  readonly stream: MediaStream
  /** Ends it; resolves with what was said. */
  stop(): Promise<Blob>
  /** Ends it for nothing. */
  discard(): void
}

/** Asks for the microphone, and rejects with what the browser says of it. */
export async function recordVoice(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const release = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type))
  const recorder = new MediaRecorder(stream, {
    audioBitsPerSecond: BITS_PER_SECOND,
    ...(mimeType && { mimeType }),
  })
  const chunks: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data))
  const ended = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve()))
  // In slices: a microphone that is pulled out takes nothing with it but the last second.
  recorder.start(SLICE_MS)
  return {
    stream,
    async stop() {
      if (recorder.state !== 'inactive') recorder.stop()
      await ended
      release()
      return new Blob(chunks, { type: recorder.mimeType.split(';')[0] ?? '' })
    },
    discard() {
      if (recorder.state !== 'inactive') recorder.stop()
      release()
    },
  }
}

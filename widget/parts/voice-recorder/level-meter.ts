/** CSS pixels. */
const BAR = 3
const GAP = 2
const BARS_PER_SECOND = 14
/** Speech at arm's length fills the meter. */
const GAIN = 5

/** Draws how loud a stream is, newest last. */
export class LevelMeter {
  readonly #context = new AudioContext()
  readonly #analyser: AnalyserNode
  readonly #samples: Float32Array<ArrayBuffer>
  #levels: readonly number[] = []
  #lastAt = 0

  constructor(stream: MediaStream) {
    this.#analyser = this.#context.createAnalyser()
    this.#analyser.fftSize = 1_024
    this.#samples = new Float32Array(this.#analyser.fftSize)
    this.#context.createMediaStreamSource(stream).connect(this.#analyser)
  }

  /** To be called with every frame. Returns the level now, from 0 to 1. */
  draw(canvas: HTMLCanvasElement, now: number): number {
    this.#analyser.getFloatTimeDomainData(this.#samples)
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length
    const level = Math.min(1, Math.sqrt(power) * GAIN)
    if (now - this.#lastAt > 1_000 / BARS_PER_SECOND) {
      this.#lastAt = now
      this.#levels = [...this.#levels, level]
      this.#paint(canvas)
    }
    return level
  }

  close(): void {
    void this.#context.close()
  }

  #paint(canvas: HTMLCanvasElement): void {
    const { clientWidth, clientHeight } = canvas
    const scale = devicePixelRatio
    canvas.width = clientWidth * scale
    canvas.height = clientHeight * scale
    const paper = canvas.getContext('2d')
    if (paper === null) return
    paper.scale(scale, scale)
    paper.fillStyle = getComputedStyle(canvas).color
    const count = Math.floor(clientWidth / (BAR + GAP))
    this.#levels = this.#levels.slice(-count)
    const start = clientWidth - this.#levels.length * (BAR + GAP)
    this.#levels.forEach((level, i) => {
      const height = Math.max(BAR, level * clientHeight)
      paper.beginPath()
      paper.roundRect(start + i * (BAR + GAP), (clientHeight - height) / 2, BAR, height, BAR / 2)
      paper.fill()
    })
  }
}

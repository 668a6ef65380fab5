import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { icon } from '../../parts/icon/icon.ts'
import { ALERT } from '../icon-paths.ts'

/** What every field of the settings has. */
export interface Field {
  /** The path by which a refusal names it; its id as well. */
  readonly path: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  /** The card's own title says it already. */
  readonly isLabelHidden?: boolean
}

export interface TextField extends Field {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly type?: 'text' | 'url' | 'email' | 'password' | 'date' | 'time'
  /** More lines than one. */
  readonly rows?: number
  readonly maxLength?: number
  readonly placeholder?: string
  readonly isCode?: boolean
  readonly autocomplete?: AutoFill
}

export function textField(field: TextField): TemplateResult {
  const { path, value, onInput, error, rows, maxLength, placeholder } = field
  const handle = (event: Event) => onInput((event.target as HTMLInputElement).value)
  const described = describedBy(field)
  const className = field.isCode === true ? 'in code' : 'in'
  const invalid = error === undefined ? nothing : 'true'
  const control =
    rows === undefined
      ? html`<input
          id=${path}
          class=${className}
          type=${field.type ?? 'text'}
          autocomplete=${field.autocomplete ?? 'off'}
          spellcheck=${field.isCode === true ? 'false' : nothing}
          maxlength=${maxLength ?? nothing}
          placeholder=${placeholder ?? nothing}
          aria-invalid=${invalid}
          aria-describedby=${described}
          .value=${live(value)}
          @input=${handle}
        />`
      : html`<textarea
          id=${path}
          class=${className}
          rows=${rows}
          spellcheck=${field.isCode === true ? 'false' : nothing}
          maxlength=${maxLength ?? nothing}
          placeholder=${placeholder ?? nothing}
          aria-invalid=${invalid}
          aria-describedby=${described}
          .value=${live(value)}
          @input=${handle}
        ></textarea>`
  return framed(field, control)
}

export interface NumberField extends Field {
  /** null: the field is empty. */
  readonly value: number | null
  readonly onInput: (value: number | null) => void
  readonly min: number
  readonly max: number
  /** Behind the number. */
  readonly unit?: string
}

/** What is no whole number within the limits is for the server to refuse: whoever types is not interrupted. */
export function numberField(field: NumberField): TemplateResult {
  const { path, value, onInput, error, min, max, unit } = field
  const handle = (event: Event) => {
    const text = (event.target as HTMLInputElement).value
    onInput(text === '' ? null : Number(text))
  }
  return framed(
    field,
    html`<span class="number">
      <input
        id=${path}
        class="in"
        type="number"
        inputmode="numeric"
        min=${min}
        max=${max}
        aria-invalid=${error === undefined ? nothing : 'true'}
        aria-describedby=${describedBy(field)}
        .value=${live(value === null ? '' : String(value))}
        @input=${handle}
      />${unit === undefined ? nothing : html`<span>${unit}</span>`}
    </span>`,
  )
}

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
}

export interface ChoiceField<Value extends string> extends Field {
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly onChoose: (value: Value) => void
}

export function selectField<Value extends string>(field: ChoiceField<Value>): TemplateResult {
  const { path, value, options, onChoose, error } = field
  return framed(
    field,
    html`<select
      id=${path}
      class="in"
      aria-invalid=${error === undefined ? nothing : 'true'}
      aria-describedby=${describedBy(field)}
      @change=${(event: Event) => onChoose((event.target as HTMLSelectElement).value as Value)}
    >
      ${options.map(
        (option) =>
          html`<option value=${option.value} .selected=${option.value === value}>${option.label}</option>`,
      )}
    </select>`,
  )
}

/** A few choices side by side, of which one is on. */
export function segments<Value extends string>(field: ChoiceField<Value>): TemplateResult {
  const { path, label, value, options, onChoose, hint } = field
  return html`<fieldset class="fld" aria-describedby=${describedBy(field)}>
    <legend class=${field.isLabelHidden === true ? 'sr' : nothing}>${label}</legend>
    <span class="segments">
      ${options.map(
        (option) =>
          html`<label>
            <input
              type="radio"
              name=${path}
              .checked=${live(option.value === value)}
              @change=${() => onChoose(option.value)}
            />
            <span>${option.label}</span>
          </label>`,
      )}
    </span>
    ${hint === undefined ? nothing : html`<p id="${path}-hint" class="hint">${hint}</p>`}
  </fieldset>`
}

export interface Switch extends Field {
  readonly isOn: boolean
  readonly onTurn: (isOn: boolean) => void
}

export function switchField(field: Switch): TemplateResult {
  const { path, label, hint, isOn, onTurn } = field
  return html`<div class="switch-field">
    <label for=${path}>${label}</label>
    <input
      id=${path}
      class="switch"
      type="checkbox"
      role="switch"
      aria-describedby=${describedBy(field)}
      .checked=${live(isOn)}
      @change=${(event: Event) => onTurn((event.target as HTMLInputElement).checked)}
    />
    ${hint === undefined ? nothing : html`<p id="${path}-hint" class="hint">${hint}</p>`}
  </div>`
}

/** A card of fields under a heading. */
export function card(
  title: string,
  content: unknown,
  { hint, aside }: { hint?: string; aside?: TemplateResult } = {},
): TemplateResult {
  return html`<section class="card">
    <header>
      <h2>${title}</h2>
      ${aside ?? nothing}
    </header>
    ${hint === undefined ? nothing : html`<p class="hint">${hint}</p>`} ${content}
  </section>`
}

function framed(field: Field, control: TemplateResult): TemplateResult {
  const { path, label, hint, error, isLabelHidden } = field
  return html`<div class="fld">
    <label for=${path} class=${isLabelHidden === true ? 'sr' : nothing}>${label}</label>
    ${control}
    ${error === undefined ? nothing : html`<p id="${path}-error" class="error">${icon(ALERT)}<span>${error}</span></p>`}
    ${hint === undefined ? nothing : html`<p id="${path}-hint" class="hint">${hint}</p>`}
  </div>`
}

function describedBy({ path, hint, error }: Field): string | typeof nothing {
  const ids = [error === undefined ? '' : `${path}-error`, hint === undefined ? '' : `${path}-hint`]
  return ids.filter((id) => id !== '').join(' ') || nothing
}

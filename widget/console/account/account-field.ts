import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../../parts/icon/icon.ts'
import { ALERT } from '../icon-paths.ts'

export interface AccountField {
  readonly name: string
  readonly label: string
  readonly type: 'email' | 'password' | 'text'
  readonly autocomplete: AutoFill
  /** To begin with; what is typed afterwards lives in the field. */
  readonly value?: string
  readonly error?: string | undefined
  readonly hint?: string | undefined
  /** Beside the field; the button that shows a password. */
  readonly tool?: TemplateResult | undefined
}

/** One labelled field of a form about an account, with what is wrong with it underneath. */
export function accountField(field: AccountField): TemplateResult {
  const { name, error, hint } = field
  const described = [error !== undefined ? `${name}-error` : '', hint !== undefined ? `${name}-hint` : '']
  return html`<div class="field">
    <label for=${name}>${field.label}</label>
    <div class="control ${error === undefined ? '' : 'invalid'}">
      <input
        id=${name}
        name=${name}
        type=${field.type}
        autocomplete=${field.autocomplete}
        value=${field.value ?? nothing}
        aria-invalid=${error === undefined ? nothing : 'true'}
        aria-describedby=${described.filter((id) => id !== '').join(' ') || nothing}
        autocapitalize=${field.type === 'text' ? 'words' : 'none'}
        spellcheck="false"
        required
      />
      ${field.tool ?? nothing}
    </div>
    ${error === undefined ? nothing : html`<p id="${name}-error" class="error">${icon(ALERT)}<span>${error}</span></p>`}
    ${hint === undefined ? nothing : html`<p id="${name}-hint" class="hint">${hint}</p>`}
  </div>`
}

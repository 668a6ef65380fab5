import { MAX_PAGE_TITLE_LENGTH, MAX_URL_LENGTH } from '#shared/limits.ts'
import type { Page } from '#shared/person.ts'

/** What the server takes of a page, whatever campaigns hang on its address and however its title was cut: no chat may fail over that. */
export function fitPage({ url, title }: Page): Page {
  return {
    url: url.slice(0, MAX_URL_LENGTH),
    // Lone surrogates, which a cut through an emoji leaves, cannot be stored.
    title: title?.slice(0, MAX_PAGE_TITLE_LENGTH).replaceAll(/\p{Cs}/gu, ''),
  }
}

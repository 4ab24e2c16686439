// The script of pages on which texts are written. Without it every text is a textarea with Markdown, and nothing else is missing.
import { keepDrafts } from './keep-drafts.ts'
import { mountRichText, type RichText } from './rich-text.ts'

const texts = new Map<HTMLFormElement, RichText[]>()
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) texts.set(form, [])
for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-rich-text]')) {
  const rich = mountRichText(area)
  const { form } = area
  if (!form) continue
  const known = texts.get(form)
  if (known) known.push(rich)
  else texts.set(form, [rich])
}
for (const [form, rich] of texts) {
  // Listens first of all: whatever reads the form on its way reads what was typed last.
  form.addEventListener(
    'submit',
    () => {
      for (const text of rich) text.flush()
    },
    { capture: true },
  )
  keepDrafts(form, rich)
}

import { parse } from 'parse5'
import type { APIResponse, BrowserContext } from 'playwright-core'
import { attribute, type Element, everyElement, textOf } from './elements.ts'

/**
 * Sends the form of a page with its fields emptied, as a browser would, without one.
 * @param send - the button's words, or true where the page has one form
 */
export async function sendEmpty(context: BrowserContext, address: string, send: string | true): Promise<APIResponse> {
  const page = await context.request.get(address)
  const form = formOf(await page.text(), send)
  if (!form) throw new Error(`no form with the button '${send}' on ${address}`)
  const { origin } = new URL(page.url())
  const to = new URL(form.action ?? address, page.url()).href
  if (form.isMultipart) return context.request.post(to, { multipart: form.body, headers: { origin }, maxRedirects: 0 })
  const data = new URLSearchParams([...form.body].map(([name, value]) => [name, String(value)])).toString()
  return context.request.post(to, { data, headers: { origin, 'content-type': 'application/x-www-form-urlencoded' }, maxRedirects: 0 })
}

interface FoundForm {
  readonly action: string | undefined
  readonly isMultipart: boolean
  readonly body: FormData
}

function formOf(html: string, send: string | true): FoundForm | undefined {
  const document = parse(html)
  const isPost = (form: Element): boolean => attribute(form, 'method')?.toLowerCase() === 'post'
  const main = everyElement(document).find(({ tagName }) => tagName === 'main')
  const scope = send === true && main ? main : document
  const buttons = everyElement(scope)
    .filter(({ tagName }) => tagName === 'form')
    .filter(isPost)
    .flatMap((form) => everyElement(form).flatMap((button) => (button.tagName === 'button' ? [{ form, button }] : [])))
  const chosen = send === true ? buttons.at(-1) : buttons.find(({ button }) => textOf(button).toLowerCase().includes(send.toLowerCase()))
  if (!chosen) return undefined
  const { form, button } = chosen
  return {
    action: attribute(button, 'formaction') ?? attribute(form, 'action'),
    isMultipart: attribute(form, 'enctype') === 'multipart/form-data',
    body: emptied(everyElement(form), button),
  }
}

/** What a browser posts when nothing is chosen and every field is empty. */
function emptied(elements: readonly Element[], button: Element): FormData {
  const body = new FormData()
  for (const element of elements) {
    const name = attribute(element, 'name')
    if (name === undefined || attribute(element, 'disabled') !== undefined) continue
    const type = attribute(element, 'type') ?? ''
    if (element === button || type === 'hidden') body.append(name, attribute(element, 'value') ?? '')
    else if (type === 'file') body.append(name, new File([], ''))
    else if (element.tagName === 'textarea' || (element.tagName === 'input' && !['checkbox', 'radio', 'submit'].includes(type)))
      body.append(name, '')
    else if (element.tagName === 'select' && everyElement(element).some((option) => attribute(option, 'value') === ''))
      body.append(name, '')
  }
  return body
}

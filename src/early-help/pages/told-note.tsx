import type { JSX } from 'hono/jsx/jsx-runtime'

/** That words of a page name what is withheld from whoever it is given to; it is on the screen alone. */
export function ToldNote({ told, from }: { readonly told: 'exact' | 'loose'; readonly from: string }): JSX.Element {
  return (
    <div class="govuk-inset-text gt-no-print" role="note">
      {`Words of this page ${told === 'exact' ? 'name' : 'may name'} an address or a contact that is withheld from ${from}. Read every word before you give it.`}
    </div>
  )
}

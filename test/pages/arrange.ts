import type { RunningProduct } from '../support/product.ts'
import type { Contexts } from './sign-in.ts'

/** Brings about what the sample does not hold and pages need: a draft of terms, an invitation, a link to choose a new password. */
export async function arrange(contexts: Contexts, product: RunningProduct): Promise<void> {
  const terms = '/boards/northbrook-childrens-partnership/terms'
  const clerk = await (await contexts('clerk')).newPage()
  const document = await (await clerk.request.get(`${terms}/1.json`)).text()
  await clerk.goto(`${terms}/import`)
  await clerk.getByLabel('The document').fill(document)
  await clerk.getByRole('button', { name: 'Save as a draft' }).click()
  await clerk.close()
  const administrator = await (await contexts('administrator')).newPage()
  await administrator.goto('/people/new')
  await administrator.getByLabel('Full name').fill('Ines Pereira')
  await administrator.getByLabel('Email address').fill('ines.pereira@northbrook.example')
  await administrator.getByLabel('Invite this person to sign in').check()
  await administrator.getByRole('button', { name: 'Add person' }).click()
  await administrator.close()
  const visitor = await (await contexts(undefined)).newPage()
  await visitor.goto('/forgotten-password')
  await visitor.getByLabel('Email address').fill(product.people.find(({ role }) => role === 'chair')?.email ?? '')
  await visitor.getByRole('button').first().click()
  await visitor.close()
}

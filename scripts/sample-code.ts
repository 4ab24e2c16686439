// npm run sample-code -- clerk    prints the six-digit code with which that person of the sample signs in now, and the password.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import type { SamplePerson } from '#src/sample/load.ts'

const asked = process.argv[2] ?? ''
const file = join(resolve(process.env.GOLDENTHREAD_DATA || '.data'), 'sample-sign-in.json')
if (!existsSync(file)) {
  process.stderr.write(`There is no sample here: ${file} does not exist. Start Goldenthread once, or set GOLDENTHREAD_DATA.\n`)
  process.exit(2)
}
const people = JSON.parse(readFileSync(file, 'utf8')) as readonly SamplePerson[]
const person = people.find(({ role, email }) => role === asked || email === asked)
if (person === undefined) {
  process.stderr.write(`Name a role or an e-mail address: ${[...new Set(people.map(({ role }) => role))].join(', ')}.\n`)
  process.exit(2)
}
const totp = new TOTP({ secret: Secret.fromBase32(person.totp) })
const seconds = Math.ceil(totp.remaining() / 1000)
process.stdout.write(
  `${person.name}\n  e-mail    ${person.email}\n  password  ${person.password}\n  code      ${totp.generate()} (for ${seconds} seconds more)\n`,
)

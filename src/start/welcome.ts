import type { SamplePerson } from './sample.ts'

/** What the start prints for people. */
export interface Welcome {
  readonly address: string
  /** The people of the sample; empty where there is none. */
  readonly sample: readonly SamplePerson[]
  /** The code of the first administrator; undefined once there is an administrator. */
  readonly firstAdministratorCode: string | undefined
  /** Where the people's passwords are kept. */
  readonly signInFile: string
}

/** The words the start prints. */
export function welcomeWords(welcome: Welcome): string {
  const lines = ['', `Goldenthread is ready: ${welcome.address}`, '']
  if (welcome.sample.length > 0) {
    lines.push('This is the sample partnership. Sign in as one of these invented people:', '')
    const width = (pick: (person: SamplePerson) => string): number => Math.max(...welcome.sample.map((person) => pick(person).length))
    const [name, role, email] = [width((one) => one.name), width((one) => one.role), width((one) => one.email)]
    for (const one of welcome.sample) {
      lines.push(`  ${one.name.padEnd(name)}  ${one.role.padEnd(role)}  ${one.email.padEnd(email)}  ${one.password}  ${one.totp}`)
    }
    lines.push(
      '',
      'The last column is the seed for an authenticator app. Without one, npm run sample-code -- clerk prints the code of the moment.',
    )
    lines.push(`All of it is kept in ${welcome.signInFile}. To begin real work: npm run leave-sample`)
  }
  if (welcome.firstAdministratorCode !== undefined) {
    lines.push('There is no administrator yet. To become the first one, open')
    lines.push(`  ${welcome.address}/first-administrator`, `and give this code: ${welcome.firstAdministratorCode}`)
  }
  return `${lines.join('\n')}\n\nStop with Ctrl-C.\n`
}

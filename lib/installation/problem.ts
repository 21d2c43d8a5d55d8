/** Something the person who runs the server can mend. Its message is one sentence, shown without a stack. */
export class InstallationProblem extends Error {
  override name = 'InstallationProblem'
}

/** True for a problem of any copy of this module: a build holds several. */
function isInstallationProblem(error: unknown): error is Error {
  return error instanceof Error && /^(Installation|Environment)Problem$/.test(error.name)
}

/** Runs what a command line asked for. A problem ends the process with its sentence and code 1; a bug keeps its stack. */
export async function orSay(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    console.error(isInstallationProblem(error) ? error.message : error)
    process.exit(1)
  }
}

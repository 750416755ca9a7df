import { Command } from 'commander';
import { createStopper } from '../../seed/abort-on-signal.ts';
import { say } from '../../seed/stderr.ts';
import { ConfigError } from '../../src/config/parse-setting.ts';
import { exitCodes } from '../../src/errors/exit-codes.ts';
import { isUnavailable } from '../../src/store/is-unavailable.ts';
import { StoreUnavailable } from '../../src/store/open-store.ts';
import { OtherRecording, readRecording, recordingFile } from './recording.ts';
import { startOwnServer } from './replay-server.ts';
import { runReplay } from './run-replay.ts';

const command = new Command('replay')
  .description(
    'Sends the commands that the gateway sends to a server, and compares the answers with the recorded ones.',
  )
  .argument('[uri]', 'a server, such as mongodb://127.0.0.1:27017; default: an embedded store of its own')
  .option('--recording <file>', 'another recording', recordingFile)
  .addHelpText(
    'after',
    `
The server gets databases of its own, incident-graph-replay-…, which are dropped at the end and after Ctrl-C. No other
database is read or written.

Exit codes:
  0    all answers are as recorded, or differ as known
  1    unexpected error
  2    usage
  65   an answer differs, or the recording is of another version
  69   the server is unavailable, or refuses a command
  130  stopped by SIGINT (Ctrl-C); 143 by SIGTERM`,
  )
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? exitCodes.ok : exitCodes.usage);
  })
  .action(run);

async function run(uri: string | undefined, { recording: file }: { recording: string }): Promise<void> {
  if (uri !== undefined && !/^mongodb(\+srv)?:\/\/./.test(uri))
    command.error('error: <uri> must begin with mongodb:// or mongodb+srv://');
  const recording = readRecording(file);
  const stopper = createStopper(() => {}, 'dropping the databases; a second signal stops immediately');
  const own = uri === undefined ? await startOwnServer() : undefined;
  try {
    const code = await runReplay({
      uri: own?.uri ?? (uri as string),
      recording,
      say: (line) => process.stdout.write(`${line}\n`),
      signal: stopper.signal,
    });
    process.exitCode = stopper.exitCode() ?? code;
  } finally {
    stopper.close();
    await own?.close();
  }
}

/** Returns a line for errors that the user can mend, and the stack for all others. Addresses are not settings here. */
function explain(error: unknown): { code: number; message: string } {
  const { message, stack = '' } = error as Error;
  const ofAddress = message.replaceAll('MONGODB_URI', '<uri>');
  if (error instanceof ConfigError) return { code: exitCodes.usage, message: ofAddress };
  if (error instanceof OtherRecording) return { code: exitCodes.badData, message };
  if (error instanceof StoreUnavailable) return { code: exitCodes.unavailable, message: ofAddress };
  if (isUnavailable(error))
    return { code: exitCodes.unavailable, message: `The server became unavailable: ${message}` };
  return { code: exitCodes.unexpected, message: stack };
}

command.parseAsync().catch((error: unknown) => {
  const { code, message } = explain(error);
  say(message);
  process.exit(code); // a pending connection attempt could keep the process running
});

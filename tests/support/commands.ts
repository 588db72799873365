/** Runs commands of the platform in a process that stays, so that Directus is loaded once for all of them. */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { root } from './environment.ts';

/** A file to run as a command, on the same database each time. */
export interface Asked {
	path: string;
	args: readonly string[];
	env: NodeJS.ProcessEnv;
}

/** Stands before the status with which a command ended. */
export const END = '@ended ';

export interface Said {
	status: number | null;
	output: string;
}

export class Commands {
	private child: ChildProcess | undefined;

	run(asked: Asked): Promise<Said> {
		const child = (this.child ??= this.start(asked.env));
		return new Promise((done) => {
			let output = '';
			const finish = (said: Said) => {
				child.stdout?.off('data', hear).off('end', broken);
				done(said);
			};
			const hear = (chunk: Buffer) => {
				output += chunk.toString();
				const ended = new RegExp(`^${END}(\\d+)\n`, 'm').exec(output);
				if (ended) finish({ status: Number(ended[1]), output: output.slice(0, ended.index) });
			};
			const broken = () => {
				this.child = undefined;
				finish({ status: null, output });
			};
			child.stdout?.on('data', hear).on('end', broken);
			child.send(asked);
		});
	}

	/** Ends the process and its connections. */
	async close(): Promise<void> {
		const { child } = this;
		this.child = undefined;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const ended = new Promise((done) => child.once('exit', done));
		child.kill('SIGKILL');
		await ended;
	}

	private start(env: NodeJS.ProcessEnv): ChildProcess {
		const runner = join(root, 'tests', 'support', 'command-runner.ts');
		return fork(runner, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
	}
}

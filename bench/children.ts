import { fork, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measured, Order } from './load.js';

/** A process of the bench that answers messages, or the system itself. */
export interface Child {
  readonly port: number;
  readonly pid: number;
  ask<Answer>(message: object): Promise<Answer>;
  stop(): Promise<void>;
}

const here = import.meta.dirname;
const living = new Set<ChildProcess>();

/** Whatever happens, no process of ours is left behind. */
export function stopAll(): void {
  for (const child of living) child.kill('SIGKILL');
}

export async function startFloor(order: object, script = 'floor.js'): Promise<Child> {
  const child = launch(join(here, script), {}, []);
  const { port } = await ask<{ port: number }>(child, order);
  return handle(child, port);
}

export async function startLoad(): Promise<(order: Order) => Promise<Measured>> {
  const child = launch(join(here, 'load.js'), {}, []);
  return (order) => ask<Measured>(child, order);
}

/** The real system as it is delivered, HTTP only; `profile` is a folder for a CPU profile that is written when it stops. */
export async function startSystem(env: Readonly<Record<string, string>>, profile: string | null): Promise<Child> {
  const child = launch(join(here, '../src/main.js'), env, profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]);
  let told = '';
  const port = await new Promise<number>((ready, failed) => {
    child.once('exit', (code) => failed(new Error(`The system ended with ${code} before it was up:\n${told}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        told = `${told}${String(chunk)}`.slice(-20_000);
        const address = /address: +http:\/\/[\d.]+:(\d+)/.exec(told)?.[1];
        if (address !== undefined) ready(Number(address));
      });
    }
  });
  return handle(child, port);
}

/** Resident memory in MB. */
export function memoryOf(pid: number): number {
  const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kib) / 1024);
}

/** Processor time that a process has used, milliseconds. Unlike a rate it says the same whatever else runs on the machine. */
export function processorTime(pid: number): number {
  return ticksOf(String(pid)) * MILLISECONDS_PER_TICK;
}

/** The same for all processes of PostgreSQL that work under this one, or did and have ended. */
export function databaseTime(postmaster: number): number {
  const own = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && statOf(name)[1] === String(postmaster));
  const [ended = 0, endedInKernel = 0] = statOf(String(postmaster)).slice(13, 15).map(Number);
  return own.reduce((sum, name) => sum + ticksOf(name), ended + endedInKernel) * MILLISECONDS_PER_TICK;
}

const MILLISECONDS_PER_TICK = 10;

function ticksOf(pid: string): number {
  const stat = statOf(pid);
  return Number(stat[11] ?? 0) + Number(stat[12] ?? 0);
}

/** Fields of /proc/<pid>/stat from the state on; nothing for a process that has just gone. */
function statOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  } catch {
    return [];
  }
}

function launch(script: string, env: Readonly<Record<string, string>>, execArgv: readonly string[]): ChildProcess {
  const child = fork(script, [], { execArgv: [...execArgv], env: { ...process.env, ...env }, serialization: 'advanced', stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  child.stderr?.on('data', (chunk) => process.stderr.write(String(chunk)));
  child.stdout?.resume();
  living.add(child);
  child.once('exit', () => living.delete(child));
  return child;
}

function handle(child: ChildProcess, port: number): Child {
  const stop = (): Promise<void> => new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
  return { port, pid: child.pid ?? 0, ask: (message) => ask(child, message), stop };
}

function ask<Answer>(child: ChildProcess, message: object): Promise<Answer> {
  return new Promise((answered, failed) => {
    const gone = (code: number | null): void => failed(new Error(`A process of the bench ended with ${code}`));
    child.once('exit', gone);
    child.once('message', (answer) => {
      child.off('exit', gone);
      answered(answer as Answer);
    });
    child.send(message);
  });
}

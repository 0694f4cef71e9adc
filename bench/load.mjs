// The load: keep-alive connections that each ask again as soon as they are answered. Commands come by message.
import { randomUUID } from 'node:crypto';
import { Agent, request as send } from 'node:http';
import { requestOf } from './scenarios.mjs';

process.on('message', (command) => {
  run(command).then((result) => process.send(result));
});
process.on('disconnect', () => process.exit(0));

async function run({ port, scenario, milliseconds = Infinity, requests = Infinity, connections, tokens, ids = [] }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const state = { left: requests, ids: [...ids], times: [], made: [], errors: {} };
  const began = performance.now();
  const worker = async () => {
    while (performance.now() - began < milliseconds && state.left > 0 && (scenario !== 'accept' || state.ids.length > 0)) {
      state.left -= 1;
      await one(agent, port, scenario, tokens, state);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  const times = Float64Array.from(state.times).sort();
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? null;
  return { seconds, done: times.length, perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), errors: state.errors, made: state.made, idsLeft: state.ids };
}

function one(agent, port, scenario, tokens, state) {
  const { method, path, headers, body } = requestOf(scenario, tokens, randomUUID(), state.ids.pop());
  const began = performance.now();
  return new Promise((resolve) => {
    const request = send({ agent, port, host: '127.0.0.1', method, path, headers: body === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(body) } }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        note(state, scenario, response.statusCode, Buffer.concat(parts), performance.now() - began);
        resolve();
      });
    });
    request.on('error', (error) => {
      count(state.errors, String(error.code));
      resolve();
    });
    request.end(body);
  });
}

function note(state, scenario, status, body, took) {
  if (status !== 200 && status !== 201) return count(state.errors, `${status} ${body.toString().slice(0, 200)}`);
  state.times.push(took);
  if (scenario === 'file') state.made.push(/"id":"([^"]+)"/.exec(body.toString())?.[1]);
  return undefined;
}

function count(errors, what) {
  errors[what] = (errors[what] ?? 0) + 1;
}

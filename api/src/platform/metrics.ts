import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Figures about our own working, by endpoint and status: never about a person. */
export interface Metrics {
  observe(endpoint: string, status: number, seconds: number): void;
  text(): Promise<string>;
}

/** `waitingCount` tells how many plans wait for the writer when somebody asks. */
export function openMetrics(waitingCount: () => number): Metrics {
  const registers = [new Registry()];
  const [registry] = registers;
  collectDefaultMetrics(registry ? { register: registry } : {});
  const answers = new Counter({
    name: 'bank_answers_total',
    help: 'Answers by endpoint and status',
    labelNames: ['endpoint', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'bank_answer_seconds',
    help: 'Time to answer, by endpoint',
    labelNames: ['endpoint'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  new Gauge({
    name: 'bank_plans_waiting',
    help: 'Plans that wait for the writer',
    registers,
    collect() {
      this.set(waitingCount());
    },
  });
  return {
    observe(endpoint, status, took) {
      answers.inc({ endpoint, status });
      seconds.observe({ endpoint }, took);
    },
    text: () => registry?.metrics() ?? Promise.resolve(''),
  };
}

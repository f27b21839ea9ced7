// Questions about one document → jobs for whoever runs a model, and their answers in the order of the questions. Pure.

/**
 * Sentences of one job. The model's int8 scales are shared by a batch, so batches must depend on the document alone,
 * never on the number of workers or on what else is being read: this is a constant.
 */
const JOB_SENTENCES = 24;

/**
 * Parts the questions into jobs of like length, so that padding is small and no worker waits long for another.
 * @param onDone told of each job's questions when they are answered
 */
export async function inJobs<Q, A>(
  questions: readonly Q[],
  length: (q: Q) => number,
  answer: (part: Q[]) => Promise<readonly A[]>,
  onDone: (part: readonly Q[]) => void = () => {},
): Promise<A[]> {
  const order = questions.map((_, i) => i).sort((a, b) => length(questions[a]!) - length(questions[b]!) || a - b);
  const out = new Array<A>(questions.length);
  const jobs: Promise<void>[] = [];
  for (let from = 0; from < order.length; from += JOB_SENTENCES) {
    const numbers = order.slice(from, from + JOB_SENTENCES);
    const job = async (): Promise<void> => {
      const part = numbers.map((i) => questions[i]!);
      const answers = await answer(part);
      numbers.forEach((i, k) => {
        out[i] = answers[k]!;
      });
      onDone(part);
    };
    jobs.push(job());
  }
  await Promise.all(jobs);
  return out;
}

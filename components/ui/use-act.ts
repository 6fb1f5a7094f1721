"use client";

import { unstable_isUnrecognizedActionError as isOfAnotherBuild } from "next/navigation";
import { useRef, useState } from "react";
import { beginAct } from "#components/ui/screen-work.ts";
import { isInDoubt, type Problem, type Result } from "#lib/problem.ts";
import { noAnswerProblem } from "#lib/words/problem-words.ts";
import { newVersionProblem } from "#lib/words/version-words.ts";

export type Act = {
  busy: boolean;
  problem: Problem | null;
  dismiss: () => void;
  /**
   * Runs one act; does nothing and answers null while another runs, or when no answer came or the till itself failed, so that what
   * became of it is not known. A refusal is kept as `problem`.
   */
  run: <Value>(act: () => Promise<Result<Value>>) => Promise<Result<Value> | null>;
};

/** One button's act: busy while it runs, with the problem it ended in. */
export function useAct(noAnswer: Problem = noAnswerProblem): Act {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function run<Value>(act: () => Promise<Result<Value>>): Promise<Result<Value> | null> {
    // State is a render behind: only a ref stops the second of two taps in one frame.
    if (running.current) return null;
    running.current = true;
    const end = beginAct();
    setBusy(true);
    setProblem(null);
    try {
      const result = await act();
      if (result.ok) return result;
      setProblem(result.problem);
      // The caller keeps its wish, as when the answer is lost.
      return isInDoubt(result.problem) ? null : result;
    } catch (error) {
      // The request was lost on the way there or back. The caller keeps its wish, so that a retry is not a second one.
      setProblem(isOfAnotherBuild(error) ? newVersionProblem : noAnswer);
      return null;
    } finally {
      end();
      running.current = false;
      setBusy(false);
    }
  }

  return { busy, problem, dismiss: () => setProblem(null), run };
}

export interface Counts {
  passed: number;
  failed: number;
}

/** The part of vitest's JSON report that is read here. */
export interface VitestReport {
  testResults: { name: string; status: string; message: string; assertionResults: { status: string }[] }[];
}

/**
 * Counts a vitest run so that nothing that went wrong is counted as nothing: a file that could not be loaded, a hook that
 * failed after all tests passed, an error outside of tests, or no report at all each count as one failure.
 */
export function countResults(report: VitestReport | undefined, exitCode: number): Counts & { problems: string[] } {
  if (report === undefined) return { passed: 0, failed: 1, problems: ["vitest left no report"] };
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === "passed").length;
  const failedTests = tests.filter((test) => test.status === "failed").length;
  const problems = report.testResults
    .filter((file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"))
    .map((file) => `${file.name}: ${file.message.split("\n")[0] ?? ""}`);
  if (failedTests + problems.length === 0 && exitCode !== 0) problems.push(`vitest ended with code ${exitCode} though no test failed`);
  return { passed, failed: failedTests + problems.length, problems };
}

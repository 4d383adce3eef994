export function MySlip() { return null; }

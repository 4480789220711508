/** The mark: a studio's north window. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className}>
      <rect width="32" height="32" rx="7" fill="#2b37b0" />
      <path d="M8 24V13l8-6 8 6v11z" fill="#f6e7c1" />
      <path d="M16 7v17M8 16.5h16" stroke="#2b37b0" strokeWidth="1.6" />
    </svg>
  );
}

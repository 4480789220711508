const day = /^\d{4}-\d{2}-\d{2}$/;

/** The question whose answer is the table behind the charts. Only what is a day or an id gets into it. */
export function logsQuery(
  projectId: string | null,
  from: string | null,
  to: string | null,
): string {
  const conditions = [
    "status = 'confirmed'",
    projectId !== null && /^[\w-]+$/.test(projectId) && `project_id = '${projectId}'`,
    from !== null && day.test(from) && `day >= '${from}'`,
    to !== null && day.test(to) && `day <= '${to}'`,
  ].filter((condition) => condition !== false);
  return `SELECT day, project_id, minutes, techniques FROM logs WHERE ${conditions.join(" AND ")} ORDER BY day`;
}

// Upserts rows by @supabase/postgrest-js, as its documentation shows it: plain, in batches.
// Reads lines of JSON: {table, key} begins a table, {row} is one of its rows, {} sends all and
// prints the milliseconds that took and the number of requests.
const { createInterface } = require('node:readline');
const { PostgrestClient } = require('@supabase/postgrest-js');

const BATCH = 500;
const key = process.env.SUPABASE_KEY;
const client = new PostgrestClient(process.env.SUPABASE_URL, {
  schema: 'bare',
  headers: { apikey: key, Authorization: `Bearer ${key}` },
});

async function send(tables) {
  let requests = 0;
  for (const { table, key: onConflict, rows } of tables) {
    for (let at = 0; at < rows.length; at += BATCH) {
      const { error } = await client.from(table).upsert(rows.slice(at, at + BATCH), { onConflict });
      if (error) {
        throw new Error(`${table}: ${error.message}`);
      }
      requests++;
    }
  }
  return requests;
}

async function main() {
  let tables = [];
  for await (const line of createInterface({ input: process.stdin })) {
    const said = JSON.parse(line);
    if (said.row) {
      tables.at(-1).rows.push(said.row);
    } else if (said.table) {
      tables.push({ ...said, rows: [] });
    } else {
      const start = performance.now();
      const requests = await send(tables);
      console.log(`${performance.now() - start} ${requests}`);
      tables = [];
    }
  }
}

main();

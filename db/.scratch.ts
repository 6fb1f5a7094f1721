import Database from "better-sqlite3";
import { openEngine } from "#db/engine.ts";
import { startOfDay, localDate } from "#lib/business-day.ts";
import { rmSync } from "node:fs";
rmSync("/tmp/p.db",{force:true});
const e=openEngine("/tmp/p.db"); e.migrate("db/migrations"); e.close();
const c=new Database("/tmp/p.db");
const ex=(q:string,...p:any[])=>console.log(q.slice(0,90),"=>",(c.prepare("explain query plan "+q).all(...p) as any[]).map(r=>r.detail).join(" | "));
ex("select * from operations where state in ('prepared','sending') and lease_until<=? limit 100",1);
ex("select * from sales inner join attempts on attempts.id=sales.current_attempt_id where store_id=? and status in (?,?,?,?,?,?) limit 200","a","b","c","d","e","f","g");
ex("select * from operations inner join sales on sales.id=operations.sale_id where kind in ('cancel_checkout', 'capture', 'release', 'refund') and state in ('prepared', 'sending', 'unconfirmed') and sales.store_id=? limit 200","a");
ex("select * from sales where id in (select sale_id from operations where kind in ('cancel_checkout', 'capture', 'release', 'refund') and state in ('prepared', 'sending', 'unconfirmed')) and +store_id=? limit 200","a");
const bad=new Map<string,string[]>();
for (const z of Intl.supportedValuesOf("timeZone")) for (let t=Date.UTC(2020,0,1);t<Date.UTC(2028,0,1);t+=1800_000) { const m=new Date(t).getUTCMonth(); if(![2,3,8,9,10].includes(m)||!/^America|^Pacific\/(Hono|Guam)|Amman|Gaza|Hebron|Damascus|Beirut|Cairo/.test(z)) continue; const at=new Date(t); const s=startOfDay(at,z);
 if(s>at||localDate(s,z)!==localDate(at,z)||localDate(new Date(s.getTime()-1),z)===localDate(at,z)){ if(!bad.has(z)) bad.set(z,[at.toISOString(),s.toISOString()]); } }
console.log(bad);

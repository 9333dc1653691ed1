/** What `--help` prints. */
export const USAGE = `Hostmaster teaches who does what when a domain name works.

Usage: npm start -- [options]
       npm start -- invite     how to bring the bot to Discord and Slack
       npm start -- doctor     what keeps it from being served, and what to do about it
       npm start -- copy       all that is kept from one database into an empty one: --from URL --to URL
       npm start -- rebuild    compute anew what the database keeps of what follows from its log
       npm start -- backup [FILE]
                               copy the database, in use or not, and check the copy; \`backup list\` names the copies
       npm start -- restore FILE
                               put a copy in the place of the database, which is kept beside it
       npm start -- items      how the questions were responded to, those that want looking at first
       npm start -- serve      answer real DNS for a simulated Internet on this machine, for dig and other clients
       npm start -- export     write a simulated Internet as zone files, with what BIND, Knot, NSD and Unbound need
       npm start -- check-content [FOLDER]
                               what is wrong with the questions, or with one pack of them, wherever it is
       npm start -- facts      what a question may ask a world, each with an example
       npm start -- sample     questions drawn at random, as a learner reads them
       npm start -- coverage   what of the field is taught by which questions, faults and labs
       npm start -- check FILE what is wrong with a zone file, as BIND, Knot, NSD and PowerDNS would say
       npm start -- draw [LINE …]  say lines to the tutor and write the pictures in its replies (default: /world)
       npm start -- pack export PACK  print a question pack: --as yaml, csv, anki (its text files) or gift (Moodle)

  --database FILE   where what you learn is kept (default: data/hostmaster.db)
  --seed N          draw the same questions again: a whole number from 0 to 2147483647
  --scenario NAME   with serve and export: both, registrar-only, hosting-only or neither; a stage after a slash, as in
                    both/records
  --world PATH      your own zone file, or a folder of them, or what was exported: what look-ups ask here; with serve
                    and export in place of a scenario
  --to FOLDER       with export: where to, a folder that is empty or not there yet; with restore: another file than
                    the database
  --port N          with serve and export: the port at every address (default: 5353; serve takes 0 for one that is free)
  --time-scale N    with serve: seconds that pass there in one of yours (default: 1)
  --origin NAME     with check: which zone the file is of, unless it says so itself
  --count N         with sample: how many (default: 20)
  --keys            with sample: with the keys, and what stands behind the other options
  --pack ID         with sample: of one pack
  --lock            with check-content: write down what new questions ask; --accept ID for one that still asks the same
  --as FORMAT       with pack export: yaml, csv, anki or gift (default: yaml)
  --worlds N        with pack export: in how many worlds a question is put that has one (default: 3)
  --folder FOLDER   with draw: where to (default: pictures)
  --theme THEME     with draw: light or dark (default: light)
  --terminal        talk here too, beside the platforms that are served
  --help, -h        print this and leave
  --version         print the version and leave

Lines may be typed or come from a pipe:  echo /help | npm start

Environment: NO_COLOR turns colour off, FORCE_COLOR turns it on even into a pipe.
DATABASE_URL names the database where --database does not, as in sqlite:study.db
or postgres://user:password@host:5432/hostmaster; LOG_LEVEL is error, warn, info or debug.
BACKUP_FOLDER has the database copied there while platforms are served, every BACKUP_EVERY (1h), keeping BACKUP_KEEP
(24h 7d 4w: the last of so many hours, days and weeks).
DATABASE_URL names the database where --database does not, as in sqlite:study.db; LOG_LEVEL is error, warn, info or debug;
LOG_FORMAT is text or json (default: text on a terminal, json elsewhere). HEALTH_PORT, with HEALTH_HOST (default:
127.0.0.1), is where /healthz, /readyz and /metrics are listened for.
With a platform's credentials it is served instead of this terminal:
  Discord  DISCORD_TOKEN; DISCORD_PUBLIC_KEY for HTTP instead of the gateway;
           DISCORD_APPLICATION_ID where the application is not the token's;
           DISCORD_GUILD_IDS for commands in those servers only;
           DISCORD_SHARDS, such as 0-3/16, where several processes share the gateway
  Slack    SLACK_BOT_TOKEN, and SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP);
           or for every workspace that installs the app SLACK_CLIENT_ID, SLACK_CLIENT_SECRET,
           SLACK_SIGNING_SECRET and HOSTMASTER_KEY (32 random octets, which seal what is kept of them)
What comes by HTTP is listened for at HOST and PORT.
DISCORD_API_URL and SLACK_API_URL lead to stand-ins instead of the real ones.
`;

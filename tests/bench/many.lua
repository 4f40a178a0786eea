-- Asks for one address after another, and prints the figures on one line.
local addresses, place = {}, 0

function init(args)
  for number = 1, #args do addresses[number] = args[number] end
end

function request()
  place = place % #addresses + 1
  return wrk.format("GET", addresses[place], { ["Accept-Encoding"] = "gzip", ["Host"] = "127.0.0.1" })
end

function done(summary, latency, requests)
  local e = summary.errors
  local errors = e.connect + e.read + e.write + e.status + e.timeout
  print(string.format("figures %d %d %f %f %f", summary.requests, errors, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end

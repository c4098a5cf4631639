//! `cargo xtask serve`: the demo from its sources, in Rust alone.
//!
//! The server is our own hundred lines: it serves three folders to this machine, without caching, under the strictest
//! policy that the element promises to work under, so that the demo cannot drift away from it.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::tools;
use crate::wasm::Build;

const FIRST_PORT: u16 = 8080;

/// Nothing inline, no `eval`, no HTML from strings.
const POLICY: &str = "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'";

/// Builds the demo and serves it until it is stopped.
pub(crate) fn run(port: Option<u16>) -> Result<()> {
    let pkg = tools::target_dir()?.join("pledgeboard/demo");
    Build { feature: "board", profile: "demo" }.bind(&pkg)?;
    let root = tools::root();
    let site =
        Arc::new(Site { folders: vec![("/pkg/", pkg), ("/js/", root.join("wasm/js")), ("/", root.join("www"))] });
    let listener = listen(port)?;
    println!("Pledgeboard demo: http://{}/ (stop with Ctrl-C)", listener.local_addr()?);
    for stream in listener.incoming().flatten() {
        let site = Arc::clone(&site);
        std::thread::spawn(move || {
            // A reader who went away is no matter of ours.
            let _ = site.answer(&stream);
        });
    }
    Ok(())
}

/// The port asked for, or the first free one from 8080 on.
fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = port {
        return bind(port).with_context(|| format!("port {port} is taken"));
    }
    (FIRST_PORT..FIRST_PORT + 100)
        .find_map(|port| bind(port).ok())
        .context("no free port from 8080 to 8179; choose one with --port")
}

/// Folders by the beginning of the address, the first that fits.
struct Site {
    folders: Vec<(&'static str, PathBuf)>,
}

impl Site {
    fn answer(&self, mut stream: &TcpStream) -> std::io::Result<()> {
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let mut lines = BufReader::new(stream).lines();
        let request = lines.next().transpose()?.unwrap_or_default();
        // The rest of the head is read to its end, or the browser sees a reset connection.
        for line in lines.by_ref().take(200) {
            if line?.is_empty() {
                break;
            }
        }
        let mut words = request.split(' ');
        let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let head_only = method == "HEAD";
        let (status, kind, body) = if method == "GET" || head_only {
            match self.find(target) {
                Some((path, body)) => ("200 OK", mime(&path), body),
                None => ("404 Not Found", "text/plain; charset=utf-8", b"not found\n".to_vec()),
            }
        } else {
            ("405 Method Not Allowed", "text/plain; charset=utf-8", b"GET or HEAD\n".to_vec())
        };
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
             Content-Security-Policy: {POLICY}\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
            body.len()
        )?;
        if !head_only {
            stream.write_all(&body)?;
        }
        stream.flush()
    }

    fn find(&self, target: &str) -> Option<(PathBuf, Vec<u8>)> {
        let address = decode(target.split(['?', '#']).next()?)?;
        let (prefix, folder) = self.folders.iter().find(|(prefix, _)| address.starts_with(prefix))?;
        let rest = &address[prefix.len()..];
        // Only plain names: nothing that climbs, no second root, no Windows drive.
        let plain = |name: &str| name != ".." && name != "." && !name.contains(['\\', ':', '\0']);
        if !rest.split('/').all(plain) {
            return None;
        }
        let mut path = folder.join(rest.trim_start_matches('/'));
        if path.is_dir() {
            path.push("index.html");
        }
        let body = fs::read(&path).ok()?;
        Some((path, body))
    }
}

/// `%20` and its like; `None` when what comes out is no text.
fn decode(address: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first == b'%' {
            let digits = std::str::from_utf8(tail.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        Site { folders: vec![("/src/", tools::root().join("xtask/src")), ("/", tools::root().join("xtask"))] }
    }

    #[test]
    fn serves_what_lies_inside() {
        assert!(site().find("/Cargo.toml?v=1").is_some());
        assert!(site().find("/src/serve.rs").is_some());
        assert!(site().find("/src/s%65rve.rs").is_some());
    }

    #[test]
    fn refuses_what_lies_outside() {
        for target in
            ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/src/..%2fCargo.toml", "//etc/passwd", "/..\\x", "/%", "x"]
        {
            assert!(site().find(target).is_none(), "{target}");
        }
    }
}

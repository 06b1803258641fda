#include "app/cli/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>

#include "model/core/visible_text.h"
#include "model/spec/spec.h"

namespace gw::cli {
namespace {

tl::unexpected<Error> failed(const std::string& path, std::string_view what) {
    return fail(path + ": " + std::string(what) + ": " + std::strerror(errno) + ".");
}

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// One byte more than a document may have is enough to know that it is too large.
constexpr std::size_t enough = maxSpecBytes + 1;

Result<std::string> readAll(std::FILE* file, const std::string& path) {
    std::string text;
    char block[1 << 16];
    while (text.size() < enough) {
        const std::size_t got = std::fread(block, 1, sizeof block, file);
        if (got == 0) break;
        text.append(block, got);
    }
    if (std::ferror(file)) return failed(path, "cannot be read");
    return text;
}

bool writeAll(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// What a new file may be read and written by, as the user's mask says.
mode_t usualMode() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

/// A link stays one: what it leads to is written, whether that is there or not.
Result<std::string> targetOf(const std::string& path) {
    constexpr int mostLinks = 40;  // as the kernel has it
    std::error_code failure;
    std::filesystem::path target = path;
    for (int links = 0; std::filesystem::is_symlink(target, failure); ++links) {
        if (links == mostLinks) return fail(path + ": cannot be written: its links lead in a circle.");
        target = target.parent_path() / std::filesystem::read_symlink(target, failure);
        if (failure) return fail(path + ": cannot be written: " + failure.message() + ".");
    }
    return target.string();
}

}  // namespace

Result<std::string> readInput(const std::string& path) {
    if (path == "-") return readAll(stdin, "standard input");
    const File file(std::fopen(path.c_str(), "rb"));
    if (!file) return failed(path, "cannot be read");
    return readAll(file.get(), path);
}

Status forEachLine(const std::string& path, const std::function<Status(std::string_view line)>& take,
                   const std::function<Status()>& rest) {
    const bool standard = path == "-";
    const std::string name = standard ? "standard input" : path;
    const File file(standard ? nullptr : std::fopen(path.c_str(), "rb"));
    if (!standard && !file) return failed(path, "cannot be read");
    const int descriptor = standard ? STDIN_FILENO : ::fileno(file.get());
    std::string held;
    char block[1 << 16];
    for (;;) {
        const ssize_t got = ::read(descriptor, block, sizeof block);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failed(name, "cannot be read");
        if (got == 0) break;
        std::string_view left(block, static_cast<std::size_t>(got));
        for (auto end = left.find('\n'); end != std::string_view::npos; end = left.find('\n')) {
            held += left.substr(0, end);
            left.remove_prefix(end + 1);
            if (Status done = take(held); !done) return done;
            held.clear();
        }
        held += left;
        if (held.size() >= enough) return fail(name + ": a line is longer than 64 MB.");
        if (Status done = rest(); !done) return done;
    }
    if (held.empty()) return {};
    if (Status done = take(held); !done) return done;
    return rest();
}

Result<OpenDesign> openDesign(const std::string& path) {
    auto text = readInput(path);
    if (!text) return tl::unexpected<Error>(text.error());
    auto design = readSpec(*text);
    if (!design) return fail(path + ":" + design.error().text());
    return OpenDesign{path, *std::move(text), *std::move(design)};
}

bool isSameFile(const std::string& one, const std::string& other) {
    std::error_code failure;
    return one != "-" && other != "-" && std::filesystem::equivalent(one, other, failure);
}

void tell(std::string_view line) {
    constexpr std::size_t longest = 2000;  // bytes: what a message repeats of the user's may be of any length
    std::fprintf(stderr, "%s\n", shortened(plainText(line), longest).c_str());
}

Status writeOutput(const std::string& path, std::string_view bytes) {
    if (path == "-") {
        if (!writeAll(STDOUT_FILENO, bytes)) return failed("standard output", "cannot be written");
        return {};
    }
    // What is no plain file (a pipe, /dev/stdout) is written in place; it has no content to lose.
    struct stat there {};
    const bool exists = ::stat(path.c_str(), &there) == 0;
    if (exists && !S_ISREG(there.st_mode)) {
        const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        const bool done = descriptor >= 0 && writeAll(descriptor, bytes);
        if (!done) return failed(path, "cannot be written");
        if (::close(descriptor) != 0) return failed(path, "cannot be written");
        return {};
    }
    const auto followed = targetOf(path);
    if (!followed) return tl::unexpected<Error>(followed.error());
    const std::string& target = *followed;
    if (exists && ::access(target.c_str(), W_OK) != 0) return failed(path, "cannot be written");
    std::string temporary = target + ".XXXXXX";
    const int descriptor = ::mkstemp(temporary.data());
    if (descriptor < 0) return failed(path, "cannot be written");
    bool done = writeAll(descriptor, bytes);
    done = done && ::fchmod(descriptor, exists ? there.st_mode : usualMode()) == 0 && ::fsync(descriptor) == 0;
    done = ::close(descriptor) == 0 && done;
    done = done && ::rename(temporary.c_str(), target.c_str()) == 0;
    if (done) return {};
    const auto failure = failed(path, "cannot be written");
    ::unlink(temporary.c_str());
    return failure;
}

}  // namespace gw::cli
